package org.guesscheck.bench.guard.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds loops. Blocks that all reach each other are a loop. Its head is the block that is entered from outside; without the jumps back to
 * the head, what still reaches itself are the inner loops.
 */
public final class LoopFinder {
    private final List<Block> blocks;

    private LoopFinder(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** The outermost loops, by address. */
    public static List<Loop> loops(List<Block> blocks) {
        return new LoopFinder(blocks).loops(new HashSet<>(blocks), new HashSet<>());
    }

    /** The loops inside some blocks, whose heads that are known already are not jumped to. */
    private List<Loop> loops(Set<Block> inside, Set<Block> heads) {
        List<Loop> loops = new ArrayList<>();
        for (Set<Block> circle : circles(inside, heads)) {
            Block head = head(circle, heads);
            Set<Block> known = new HashSet<>(heads);
            known.add(head);
            loops.add(new Loop(head, hot(circle, head), loops(circle, known)));
        }
        loops.sort(Comparator.comparingLong(Loop::start));
        return loops;
    }

    /** The block that is entered from outside; the first of them by address, if there are several or the entry is not known. */
    private Block head(Set<Block> circle, Set<Block> heads) {
        Set<Block> entered = new HashSet<>();
        for (Block block : blocks) {
            if (!circle.contains(block)) {
                block.next().stream().filter(circle::contains).forEach(entered::add);
            }
        }
        entered.removeAll(heads);
        return (entered.isEmpty() ? circle : entered)
                .stream().min(Comparator.comparingInt(Block::index)).orElseThrow();
    }

    /** The blocks around the head without a gap, but for blocks that only fill a gap. */
    private List<Block> hot(Set<Block> circle, Block head) {
        int first = head.index();
        for (int i = first - 1;
                i >= 0 && (circle.contains(blocks.get(i)) || blocks.get(i).fills());
                i--) {
            first = circle.contains(blocks.get(i)) ? i : first;
        }
        int last = head.index();
        for (int i = last + 1;
                i < blocks.size()
                        && (circle.contains(blocks.get(i)) || blocks.get(i).fills());
                i++) {
            last = circle.contains(blocks.get(i)) ? i : last;
        }
        return blocks.subList(first, last + 1);
    }

    /** Tarjan's strongly connected components that have a jump inside, without recursion, since methods may have many blocks. */
    private static List<Set<Block>> circles(Set<Block> inside, Set<Block> heads) {
        Search search = new Search(inside, heads);
        inside.stream().sorted(Comparator.comparingInt(Block::index)).forEach(search::from);
        return search.found;
    }

    /** The state of the search. */
    private static final class Search {
        final Set<Block> inside;
        final Set<Block> heads;
        final List<Set<Block>> found = new ArrayList<>();
        final Map<Block, int[]> numbers = new HashMap<>();
        final Deque<Block> open = new ArrayDeque<>();
        final Set<Block> isOpen = new HashSet<>();
        int count;

        Search(Set<Block> inside, Set<Block> heads) {
            this.inside = inside;
            this.heads = heads;
        }

        private List<Block> next(Block block) {
            return block.next().stream()
                    .filter(one -> inside.contains(one) && !heads.contains(one))
                    .toList();
        }

        /** A block whose successors are being visited. */
        private record Visit(Block block, Iterator<Block> rest) {}

        void from(Block root) {
            if (numbers.containsKey(root)) {
                return;
            }
            Deque<Visit> visits = new ArrayDeque<>();
            enter(root, visits);
            while (!visits.isEmpty()) {
                Visit visit = visits.getLast();
                int[] own = numbers.get(visit.block());
                if (visit.rest().hasNext()) {
                    Block next = visit.rest().next();
                    if (!numbers.containsKey(next)) {
                        enter(next, visits);
                    } else if (isOpen.contains(next)) {
                        own[1] = Math.min(own[1], numbers.get(next)[0]);
                    }
                } else {
                    visits.removeLast();
                    leave(visit.block(), own);
                    if (!visits.isEmpty()) {
                        int[] caller = numbers.get(visits.getLast().block());
                        caller[1] = Math.min(caller[1], own[1]);
                    }
                }
            }
        }

        private void enter(Block block, Deque<Visit> visits) {
            numbers.put(block, new int[] {count, count});
            count++;
            open.addLast(block);
            isOpen.add(block);
            visits.addLast(new Visit(block, next(block).iterator()));
        }

        private void leave(Block block, int[] own) {
            if (own[0] != own[1]) {
                return;
            }
            Set<Block> circle = new HashSet<>();
            Block one;
            do {
                one = open.removeLast();
                isOpen.remove(one);
                circle.add(one);
            } while (one != block);
            if (circle.size() > 1 || next(block).contains(block)) {
                found.add(circle);
            }
        }
    }
}
