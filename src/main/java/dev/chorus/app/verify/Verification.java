package dev.chorus.app.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of checking a file.
///
/// @param file its name, as the user gave it
/// @param report whether it is a report of Chorus; else an article
/// @param checked what was checked, in words, such as `41 figures and 106 quotes`
/// @param findings in the order of the checks, then of the file
public record Verification(String file, boolean report, String checked, List<Finding> findings) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /// Whether nothing is wrong.
  public boolean passed() {
    return findings.stream().noneMatch(Finding::wrong);
  }

  /// For scripts.
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("is", report ? "report" : "article");
    json.put("passed", passed());
    json.put("checked", checked);
    json.put("findings", findings.stream().map(Finding::json).toList());
    return json;
  }
}
