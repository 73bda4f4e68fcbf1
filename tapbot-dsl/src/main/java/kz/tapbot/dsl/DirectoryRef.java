package kz.tapbot.dsl;

import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.value.HostPath;

/** A declared directory of a server. */
public non-sealed interface DirectoryRef extends Handle, BackupDestination {

    /** The server it is on. */
    ServerName server();

    /** Where it is. */
    HostPath path();
}
