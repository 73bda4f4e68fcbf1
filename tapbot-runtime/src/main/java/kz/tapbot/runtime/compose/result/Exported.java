package kz.tapbot.runtime.compose.result;

import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.ServerName;

/**
 * One server as a Compose file.
 *
 * @param server the server
 * @param compose the Compose file
 * @param files what its containers get beside it, such as configuration
 * @param findings what Compose cannot say, and so is missing
 */
public record Exported(ServerName server, ExportedFile compose, List<ExportedFile> files, List<Diagnostic> findings) {

    /** Copies the lists. */
    public Exported {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
