package kz.tapbot.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Several measurements of one thing.
 *
 * @param sorted from the least to the most
 */
record Figures(List<Double> sorted) {

    static <T> Figures of(List<T> runs, ToDoubleFunction<T> figure) {
        return new Figures(runs.stream().map(figure::applyAsDouble).sorted().toList());
    }

    /** The quotients of two rows of measurements that were taken in turns, pair by pair. */
    static <T> Figures ratios(List<T> over, List<T> under, ToDoubleFunction<T> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < over.size(); i++) {
            ratios.add(figure.applyAsDouble(over.get(i)) / figure.applyAsDouble(under.get(i)));
        }
        return of(ratios, ratio -> ratio);
    }

    double median() {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and the least and the most. */
    String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + "–" + number + ")",
                median(),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    /**
     * How something grows: the slope of the line through the logarithms, by least squares. 1 is growth in proportion.
     *
     * @param points size to measurement
     */
    static double exponent(Map<Integer, Double> points) {
        double n = points.size();
        double x = points.keySet().stream().mapToDouble(Math::log).sum() / n;
        double y = points.values().stream().mapToDouble(Math::log).sum() / n;
        double over = 0;
        double under = 0;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            double away = Math.log(point.getKey()) - x;
            over += away * (Math.log(point.getValue()) - y);
            under += away * away;
        }
        return over / under;
    }
}
