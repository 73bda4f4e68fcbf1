package kz.tapbot.dsl;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.Command;

/** The scope of something made inside a running container. */
public interface ProvisionSpec extends Scope<ProvisionSpec> {

    /** Says the command that ends with 0 if it is there; required. */
    ProvisionSpec probe(Command command);

    /** Says the command that makes it; required. */
    ProvisionSpec create(Command command);

    /** Says what the making command reads from its standard input. */
    ProvisionSpec input(Content content);

    /** Says what it is made of, for people. */
    ProvisionSpec attribute(String key, String value);

    /** Says that it holds no data, and may be removed without being retired by name. */
    ProvisionSpec holdsNoData();
}
