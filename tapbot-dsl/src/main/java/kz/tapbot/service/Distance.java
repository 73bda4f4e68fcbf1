package kz.tapbot.service;

/**
 * How Qdrant measures how near two vectors are.
 *
 * @see <a href="https://qdrant.tech/documentation/concepts/collections/">Qdrant, collections</a>
 */
public enum Distance {
    /** The angle between them. */
    COSINE("Cosine"),
    /** Their inner product. */
    DOT("Dot"),
    /** The straight line between them. */
    EUCLID("Euclid"),
    /** The sum of the differences along each axis. */
    MANHATTAN("Manhattan");

    private final String word;

    Distance(String word) {
        this.word = word;
    }

    /** The word of Qdrant's interface. */
    String word() {
        return word;
    }
}
