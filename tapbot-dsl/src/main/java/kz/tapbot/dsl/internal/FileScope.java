package kz.tapbot.dsl.internal;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.dsl.FileSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import org.jspecify.annotations.Nullable;

/** The scope of a file that is written for a container. */
final class FileScope extends ScopeBase<FileSpec> implements FileSpec {

    private final String key;
    private final List<ContentPart> parts = new ArrayList<>();
    private @Nullable FileMode mode;
    private int owner;

    FileScope(ScopeBase<?> outer, String key) {
        super(outer);
        this.key = key;
    }

    @Override
    FileSpec self() {
        return this;
    }

    ContainerFile file(ContainerPath path) {
        Content content = Content.of(parts);
        FileMode bits = mode;
        if (bits == null) {
            bits = content.secrets().isEmpty() ? FileMode.ALL_READ : FileMode.OWNER_READ;
        }
        return new ContainerFile(path, content, bits, owner);
    }

    @Override
    public FileSpec text(String text) {
        here();
        parts.add(ContentPart.text(text));
        return this;
    }

    @Override
    public FileSpec secret(Secret secret, SecretEncoding encoding) {
        here();
        parts.add(ContentPart.secret(use(secret), encoding));
        return this;
    }

    @Override
    public FileSpec content(Content content) {
        here();
        parts.addAll(content.parts());
        return this;
    }

    @Override
    public FileSpec mode(String octal) {
        if (once(key + ".mode")) {
            mode = FileMode.of(octal);
        }
        return this;
    }

    @Override
    public FileSpec owner(int user) {
        if (once(key + ".owner")) {
            owner = new ContainerFile(ContainerPath.of("/x"), Content.text(""), FileMode.ALL_READ, user).owner();
        }
        return this;
    }
}
