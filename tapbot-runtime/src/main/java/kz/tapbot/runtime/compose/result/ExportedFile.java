package kz.tapbot.runtime.compose.result;

import kz.tapbot.model.value.FileMode;

/**
 * A file of an export.
 *
 * @param path where it goes, below the folder of the export, with slashes
 * @param text what is in it; never the value of a secret
 * @param mode its permissions
 */
public record ExportedFile(String path, String text, FileMode mode) {}
