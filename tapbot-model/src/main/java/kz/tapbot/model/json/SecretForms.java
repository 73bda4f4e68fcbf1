package kz.tapbot.model.json;

import java.util.Collection;
import java.util.List;
import kz.tapbot.model.json.Parts.Part;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.secret.SourceKind;

/** The forms of secrets and of what they are put into. */
final class SecretForms {

    static final Form<SecretDeclaration> DECLARATION = BuilderSpec.of(
                    "secret",
                    "A secret: a name and a source, never a value.",
                    SecretDeclaration::builder,
                    SecretDeclaration.Builder::build)
            .named(Naming.of("secret"))
            .placed((b, places) -> b.places(places))
            .required("name", NameForms.SECRET, SecretDeclaration::name, (b, v) -> b.name(v), "Its name.")
            .required(
                    "source", source(), SecretDeclaration::source, (b, v) -> b.source(v), "Where its value comes from.")
            .made();

    static final Form<Content> CONTENT =
            new MappedForm<>(ListForm.list(part()), parts -> Content.of(List.copyOf(parts)), Content::parts);

    private SecretForms() {}

    private static Form<SecretSource> source() {
        RecordSpec<SecretSource> spec =
                RecordSpec.of("secretSource", "Where the value of a secret comes from; never the value itself.");
        Part<SourceKind> kind =
                spec.required("kind", new WordForm<>(SourceKind.class), SecretSource::kind, "The kind of source.");
        Part<Collection<String>> arguments = spec.usual(
                "arguments",
                ListForm.list(ValueForms.TEXT),
                List.of(),
                SecretSource::arguments,
                "The variable's name, the file's path, the command's words, or nothing for a generated secret.");
        return spec.made(parts -> new SecretSource(parts.get(kind), List.copyOf(parts.get(arguments))));
    }

    private static Form<ContentPart> part() {
        RecordSpec<ContentPart> spec = RecordSpec.of("contentPart", "A piece of content: a text or a secret.");
        Part<String> text = spec.optional("text", ValueForms.TEXT, ContentPart::text, "The text, if it is one.");
        Part<SecretName> secret =
                spec.optional("secret", NameForms.SECRET, ContentPart::secret, "The secret, if it is one.");
        Part<SecretEncoding> encoding = spec.optional(
                "encoding",
                new WordForm<>(SecretEncoding.class),
                part -> part.encoding().filter(value -> value != SecretEncoding.RAW),
                "How the secret is written; RAW if absent. None for a text.");
        return spec.made(parts -> new ContentPart(
                parts.find(text),
                parts.find(secret),
                parts.find(encoding).or(() -> parts.find(secret).map(name -> SecretEncoding.RAW))));
    }
}
