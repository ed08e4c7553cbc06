package dev.chorus.language.english;

import dev.chorus.language.AnalyzerSettings;
import dev.chorus.language.ModelFolder;
import dev.chorus.language.encoder.Encoder;
import dev.chorus.language.model.ModelFile;
import java.util.List;
import java.util.Locale;

/// Names what an analysis depends on beside the post, without loading it.
public final class AnalysisFingerprint {
  private AnalysisFingerprint() {}

  /// Two analyses with the same fingerprint give the same reactions.
  ///
  /// @throws ModelException if a model is missing
  public static String of(AnalyzerSettings settings) {
    ModelFolder models = settings.folder();
    return LibraryVersions.of(settings.fast())
        + ", known names "
        + settings.names().map(ModelFile::fingerprint).orElse("none")
        + ", "
        + (settings.fast()
            ? "no encoder"
            : Encoder.id(models)
                + ", names "
                + ModelFile.fingerprint(models.names())
                + ", targets "
                + ModelFile.fingerprint(models.namedStance()))
        + ", sentiment "
        + settings.scorer().name().toLowerCase(Locale.ROOT)
        + " "
        + ModelFile.fingerprint(models.sentiment())
        + ", stance "
        + ModelFile.fingerprint(models.stance())
        + ", questions "
        + ModelFile.fingerprintOfAll(List.of(models.about(), models.generalTalk(), models.issues()))
        + ", event "
        + ModelFile.fingerprintOfAll(settings.event().judging());
  }
}
