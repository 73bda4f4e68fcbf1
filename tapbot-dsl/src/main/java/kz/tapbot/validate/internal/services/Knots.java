package kz.tapbot.validate.internal.services;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds groups of nodes that all lead to each other (Tarjan, 1972), in linear time and without recursion. */
final class Knots {

    private static final int UNSEEN = -1;

    private final int[][] edges;
    private final int[] number;
    private final int[] low;
    private final int[] nextEdge;
    private final boolean[] open;
    private final int[] path;
    private final int[] pending;
    private final List<int[]> knots = new ArrayList<>();
    private int pathSize;
    private int pendingSize;
    private int counter;

    Knots(int[][] edges) {
        this.edges = edges;
        number = new int[edges.length];
        Arrays.fill(number, UNSEEN);
        low = new int[edges.length];
        nextEdge = new int[edges.length];
        open = new boolean[edges.length];
        path = new int[edges.length];
        pending = new int[edges.length];
    }

    /** The groups of two or more, each with its members in ascending order. */
    List<int[]> all() {
        for (int root = 0; root < edges.length; root++) {
            if (number[root] == UNSEEN) {
                enter(root);
                while (pathSize > 0) {
                    step(path[pathSize - 1]);
                }
            }
        }
        return knots;
    }

    private void enter(int node) {
        number[node] = counter;
        low[node] = counter++;
        open[node] = true;
        path[pathSize++] = node;
        pending[pendingSize++] = node;
    }

    private void step(int node) {
        if (nextEdge[node] < edges[node].length) {
            int next = edges[node][nextEdge[node]++];
            if (number[next] == UNSEEN) {
                enter(next);
            } else if (open[next]) {
                low[node] = Math.min(low[node], number[next]);
            }
            return;
        }
        pathSize--;
        if (pathSize > 0) {
            int above = path[pathSize - 1];
            low[above] = Math.min(low[above], low[node]);
        }
        if (low[node] == number[node]) {
            close(node);
        }
    }

    private void close(int root) {
        int end = pendingSize;
        do {
            open[pending[--pendingSize]] = false;
        } while (pending[pendingSize] != root);
        if (end - pendingSize > 1) {
            int[] knot = Arrays.copyOfRange(pending, pendingSize, end);
            Arrays.sort(knot);
            knots.add(knot);
        }
    }
}
