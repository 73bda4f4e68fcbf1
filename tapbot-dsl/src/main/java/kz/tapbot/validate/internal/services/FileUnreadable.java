package kz.tapbot.validate.internal.services;

import java.util.Optional;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2325: a file for one user only, in a container that runs as another. */
final class FileUnreadable implements ServiceCheck {

    private static final int OTHERS_READ = 0044;

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Integer> user = entry.service()
                .confinement()
                .user()
                .map(text -> text.split(":", 2)[0])
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
        if (user.isEmpty() || user.get() == 0) {
            return;
        }
        for (ContainerFile file : entry.service().files()) {
            if (file.owner() != user.get() && (file.mode().bits() & OTHERS_READ) == 0) {
                findings.add(
                        TopologyCode.FILE_UNREADABLE,
                        entry.at("files." + file.path(), "files"),
                        """
                        {} runs as user {}, and {} is for user {} only (mode {}).
                        The program may not open it: it ends at its start, or goes on without what is in it.
                        Give it to the user who reads it:
                            .storage(s -> s.secretFile("{}", secret, {}))
                        """,
                        entry.address(),
                        user.get(),
                        file.path(),
                        file.owner(),
                        file.mode(),
                        file.path(),
                        user.get());
            }
        }
    }
}
