package kz.tapbot.dsl;

/** Where copies of a backup can go. */
public sealed interface BackupDestination permits DirectoryRef, S3, Sftp {}
