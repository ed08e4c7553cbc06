package dev.chorus.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The colours of the style sheet itself: seen against their grounds, and told apart by people who
/// see red and green alike, or blue and yellow.
class PaletteTest {
  private static final double CONTRAST = 3;
  private static final double TEXT_CONTRAST = 4.5;

  /// In OKLab, where 1 is the way from black to white.
  private static final double DISTANCE = 0.09;

  private static final List<String> CAMPS =
      List.of("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "cx");

  /// What each kind of sight makes of linear red, green and blue: Machado, Oliveira and Fernandes
  /// 2009, severity 1.0.
  private static final Map<String, double[][]> SIGHTS =
      Map.of(
          "normal", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          "protan",
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              },
          "deutan",
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              },
          "tritan",
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              });

  private static List<Map<String, String>> schemes() {
    List<Map<String, String>> schemes = new ArrayList<>();
    Matcher root = Pattern.compile(":root\\{([^}]*)\\}").matcher(Asset.read("report.css").text());
    while (root.find() && schemes.size() < 2) {
      Map<String, String> colours = new HashMap<>();
      Matcher colour = Pattern.compile("--([a-z0-9-]+):(#[0-9a-f]+)").matcher(root.group(1));
      while (colour.find()) colours.put(colour.group(1), colour.group(2));
      schemes.add(colours);
    }
    return schemes;
  }

  @Test
  void bothSchemesHaveAllColours() {
    assertThat(schemes()).hasSize(2);
    for (Map<String, String> scheme : schemes()) {
      assertThat(scheme)
          .containsKeys("page", "card", "text")
          .containsKeys(CAMPS.toArray(new String[0]));
    }
  }

  @Test
  void graphicsStandOutFromThePageAndFromCards() {
    for (Map<String, String> scheme : schemes()) {
      List<String> graphics = new ArrayList<>(CAMPS);
      graphics.add("axis");
      for (String name : graphics) {
        for (String ground : List.of("page", "card")) {
          if (name.equals("axis") && ground.equals("card")) continue;
          assertThat(contrast(scheme.get(name), scheme.get(ground)))
              .as(name + " " + scheme.get(name) + " on " + ground)
              .isGreaterThanOrEqualTo(CONTRAST);
        }
      }
    }
  }

  @Test
  void wordsCanBeReadOnTheirGrounds() {
    for (Map<String, String> scheme : schemes()) {
      for (String name : List.of("text", "muted", "link")) {
        for (String ground : List.of("page", "card")) {
          assertThat(contrast(scheme.get(name), scheme.get(ground)))
              .as(name + " on " + ground)
              .isGreaterThanOrEqualTo(TEXT_CONTRAST);
        }
      }
      assertThat(contrast(scheme.get("warn"), scheme.get("warn-page")))
          .isGreaterThanOrEqualTo(TEXT_CONTRAST);
      assertThat(contrast(scheme.get("text"), scheme.get("mark")))
          .isGreaterThanOrEqualTo(TEXT_CONTRAST);
    }
  }

  @Test
  void everyKindOfSightTellsCampsApart() {
    for (Map<String, String> scheme : schemes()) {
      SIGHTS.forEach(
          (sight, matrix) -> {
            for (int i = 0; i < CAMPS.size(); i++) {
              for (int k = i + 1; k < CAMPS.size(); k++) {
                String one = scheme.get(CAMPS.get(i));
                String other = scheme.get(CAMPS.get(k));
                assertThat(distance(oklab(seen(one, matrix)), oklab(seen(other, matrix))))
                    .as(sight + ": " + one + " and " + other)
                    .isGreaterThanOrEqualTo(DISTANCE);
              }
            }
          });
    }
  }

  private static double[] linear(String colour) {
    String hex =
        colour.length() == 4 ? colour.substring(1).replaceAll("(.)", "$1$1") : colour.substring(1);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
      linear[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  private static double[] seen(String colour, double[][] matrix) {
    double[] in = linear(colour);
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      out[i] =
          Math.clamp(matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2], 0.0, 1.0);
    }
    return out;
  }

  /// WCAG 2.2, from 1 to 21.
  private static double contrast(String one, String other) {
    double a = luminance(linear(one));
    double b = luminance(linear(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(double[] c) {
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
  }

  /// Ottosson 2020.
  private static double[] oklab(double[] c) {
    double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
    double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
    double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
