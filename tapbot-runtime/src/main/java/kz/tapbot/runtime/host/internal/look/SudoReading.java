package kz.tapbot.runtime.host.internal.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.runtime.spi.Cleaned;

/** What sudo lets users run, from all of its files together, as {@code cvtsudoers -f json} gives it (cvtsudoers(1)). */
public final class SudoReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SudoReading() {}

    /** By user, in the attributes of a sudo resource. Users that are in it by a group or an alias only are left out. */
    public static SortedMap<String, SortedMap<String, String>> of(String json) {
        NavigableMap<String, SortedMap<String, String>> all = new TreeMap<>();
        try {
            for (JsonNode spec : JSON.readTree(json).path("User_Specs")) {
                for (JsonNode who : spec.path("User_List")) {
                    String user = who.path("username").asText();
                    if (!user.isEmpty() && !user.equals("root") && who.size() == 1) {
                        spec.path("Cmnd_Specs")
                                .forEach(commands -> add(
                                        all.computeIfAbsent(Cleaned.line(user), name -> new TreeMap<>()), commands));
                    }
                }
            }
        } catch (JsonProcessingException e) {
            return new TreeMap<>();
        }
        return all;
    }

    private static void add(SortedMap<String, String> attributes, JsonNode commands) {
        String as = as(commands);
        for (JsonNode command : commands.path("Commands")) {
            String line = exact(command.path("command").asText());
            String refused = command.path("negated").asBoolean() ? "not " : "";
            attributes.put("run " + Cleaned.line(line.replaceAll("\\\\([=:,])", "$1")), refused + as);
        }
    }

    /** A program alone may be given any arguments, one with empty quotes none (sudoers(5)). */
    private static String exact(String line) {
        if (line.endsWith(" \"\"")) {
            return line.substring(0, line.length() - 3);
        }
        return line.startsWith("/") && line.indexOf(' ') < 0 ? line + " with any arguments" : line;
    }

    private static String as(JsonNode commands) {
        StringBuilder users = new StringBuilder();
        for (JsonNode user : commands.path("runasusers")) {
            users.append(users.isEmpty() ? "as " : ", ")
                    .append(user.path("username").asText("somebody"));
        }
        boolean asked = true;
        for (JsonNode option : commands.path("Options")) {
            if (option.has("authenticate")) {
                asked = option.path("authenticate").asBoolean();
            }
        }
        String text = Cleaned.line(users.isEmpty() ? "as root" : users.toString());
        return asked ? text + " with a password" : text;
    }
}
