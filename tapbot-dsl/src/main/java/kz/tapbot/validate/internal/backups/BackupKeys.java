package kz.tapbot.validate.internal.backups;

import java.util.Set;
import java.util.stream.Collectors;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SourceKind;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2616: a generated value is kept on the servers that use it, and a backup is for the day on which these are gone. */
final class BackupKeys implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        if (estate.topology().backups().isEmpty()) {
            return;
        }
        Set<SecretName> generated = estate.topology().secrets().stream()
                .filter(secret -> secret.source().kind() == SourceKind.GENERATED)
                .map(SecretDeclaration::name)
                .collect(Collectors.toSet());
        for (Backup backup : estate.topology().backups()) {
            if (backup.encryption().filter(generated::contains).isPresent()) {
                Subject said = Subject.of(backup.address(), backup.places(), "encryption");
                findings.add(
                        TopologyCode.BACKUP_KEY_ON_SERVERS,
                        said,
                        """
                        {} is encrypted with secret:{}, which is generated and lies on the servers only.
                        The day that takes the servers takes the key, and no copy can be opened any more.
                        Make the key yourself, keep it in two safe places outside the estate, and say where it is read from:
                            .encryptedWith(Secret.file("{}", "/home/me/keys/backup"))
                        """,
                        said,
                        backup.encryption().orElseThrow(),
                        backup.encryption().orElseThrow());
            }
        }
    }
}
