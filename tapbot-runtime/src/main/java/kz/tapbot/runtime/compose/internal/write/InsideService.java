package kz.tapbot.runtime.compose.internal.write;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;

/** What of a service Compose cannot say. */
final class InsideService {

    private InsideService() {}

    static void tell(Address address, Service service, Missing missing) {
        for (Publication publication : service.publications()) {
            if (!publication.from().isEmpty()) {
                missing.tell(
                        address,
                        service.places(),
                        "publications." + publication.host(),
                        "that only " + publication.from() + " may reach " + publication.host()
                                + "; by this file everybody may",
                        "Close the port to others before you bring it up: the engine opens it around the host's firewall.");
            }
        }
        for (Route route : service.routes()) {
            missing.tell(
                    address,
                    route.places(),
                    "",
                    "the route to it from " + route.host() + route.path() + ", beyond what the files of its proxy say",
                    "The files of a typed proxy hold it already.");
        }
        for (Provision provision : service.provisions()) {
            missing.tell(
                    address,
                    provision.places(),
                    "",
                    "the " + provision.kind() + " " + provision.name() + " that is made inside it",
                    "Make it by hand once the service runs.");
        }
        for (StoredData data : service.stores()) {
            missing.tell(
                    address,
                    service.places(),
                    "",
                    "how its data " + data.name() + " is backed up",
                    "Back it up by hand.");
        }
        if (!service.calls().isEmpty()) {
            missing.tell(
                    address,
                    service.places(),
                    "calls",
                    "which outside services it calls: " + service.calls(),
                    "Nothing is to be done: a container reaches everything unless its networks are internal.");
        }
    }
}
