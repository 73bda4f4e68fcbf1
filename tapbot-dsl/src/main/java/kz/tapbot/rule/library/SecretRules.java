package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.services;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.service.Trait;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violations;

/** Rules about secrets. */
public final class SecretRules {

    /** What can be a file is none of what is shown to whoever looks at the container; offered, as a variable works as well. */
    public static final TopologyRule SECRETS_ARE_FILES = services()
            .should(Condition.of(
                    "take from a file each secret that their image can read from one", SecretRules::variables))
            .named("secrets-are-files")
            .because("whoever may look at a container sees its variables, and programs write theirs into logs")
            .mendedBy(
                    "write it to a file, storage(s -> s.secretFile(\"/run/secrets/password\", secret, user)), and name"
                            + " that path in the variable that is told above; user is the number of the user that the"
                            + " program runs as")
            .allowEmpty();

    /** Who knows the password of one database knows that of one only; offered, as copies of one database may share theirs. */
    public static final TopologyRule DATABASES_HAVE_SECRETS_OF_THEIR_OWN = services()
            .that()
            .areDatabases()
            .or()
            .areCaches()
            .should(Condition.of("have secrets that no other of them has", SecretRules::shared))
            .named("databases-have-secrets-of-their-own")
            .because("whoever learns the password of one would be in all of them")
            .as("databases and caches should have secrets that no other of them has")
            .mendedBy("give each a secret of its own: Secret.generated(\"orders-database\")")
            .allowEmpty();

    private SecretRules() {}

    private static void variables(Subject.OfService one, Violations violations) {
        one.service().environment().forEach((variable, value) -> {
            Optional<String> file = value.secret()
                    .flatMap(secret -> FileVariables.insteadOf(one.service().image(), variable));
            file.ifPresent(instead -> violations.add(
                    one,
                    "has secret " + value.secret().orElseThrow() + " in the variable " + variable
                            + ", and its image reads a file that is named in " + instead,
                    "environment." + variable));
        });
    }

    /** Told once of each secret, beside the first that has it. */
    private static void shared(Subject.OfService one, Violations violations) {
        for (SecretName secret : secrets(one)) {
            List<Subject.OfService> given = one.estate().given(secret);
            if (!isFirst(one, given)) {
                continue;
            }
            String others = given.stream()
                    .filter(other -> keepsData(other) && !other.id().equals(one.id()))
                    .map(other -> other.address().toString())
                    .collect(Collectors.joining(" and "));
            if (!others.isEmpty()) {
                violations.add(one, "has secret " + secret + ", which " + others + " has too");
            }
        }
    }

    private static boolean isFirst(Subject.OfService one, List<Subject.OfService> given) {
        return given.stream()
                .filter(SecretRules::keepsData)
                .findFirst()
                .filter(first -> first.id().equals(one.id()))
                .isPresent();
    }

    private static boolean keepsData(Subject.OfService one) {
        return Product.is(one.service(), Trait.DATABASE) || Product.is(one.service(), Trait.CACHE);
    }

    private static NavigableSet<SecretName> secrets(Subject.OfService one) {
        NavigableSet<SecretName> secrets = new TreeSet<>();
        one.service().environment().values().forEach(value -> value.secret().ifPresent(secrets::add));
        one.service().files().forEach(file -> secrets.addAll(file.content().secrets()));
        return secrets;
    }
}
