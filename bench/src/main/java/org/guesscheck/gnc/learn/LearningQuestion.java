package org.guesscheck.gnc.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.gnc.config.ConfigDifference;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;

/**
 * What the bits of every training set's curve depend on, beside its number.
 *
 * @param node samples, network, settings of both methods and seed by name
 */
public record LearningQuestion(ObjectNode node) {
    static final String DATA = "data";
    private static final String NAME = "name";
    private static final String DIGEST = "digest";

    /** Through text, so that equal numbers have equal nodes. */
    public LearningQuestion {
        node = Json.parse(Json.line(node), "");
    }

    /**
     * The question of a command.
     *
     * @param samples all of them, of which each training set takes its own
     * @param name where they are from
     * @param network in the names of its options
     * @param first the problem of the first training set
     * @param sampler the sampler for it
     * @param descent gradient descent for it, if it is asked for
     * @param training how training sets are drawn
     * @param seed of the first training set
     * @param weights how many accepted networks of each set are written at most
     */
    public static LearningQuestion of(
            Samples samples,
            String name,
            ObjectNode network,
            LearningProblem first,
            LearningSampler<?> sampler,
            Optional<LearningDescent> descent,
            String training,
            long seed,
            int weights) {
        // The seed comes first, since generated samples change with it.
        ObjectNode node = Json.object().put("seed", seed);
        node.putObject(DATA)
                .put(NAME, name)
                .put("samples", samples.count())
                .put("features", samples.features())
                .put("classes", samples.classes())
                .put(DIGEST, SamplesDigest.of(samples));
        node.set("network", network);
        node.put("training", training);
        node.put("trainingSamples", first.train().count());
        node.put("testSamples", first.test().count());
        node.put("fit", first.fit().toString());
        node.put("weights", weights);
        node.set("guessAndCheck", Json.object(sampler.settings()));
        node.set(
                "gradientDescent",
                descent.<JsonNode>map(how -> Json.object(how.settings())).orElse(null));
        return new LearningQuestion(node);
    }

    /** The first field that is another one in a question that was asked before; the name of a file with the same samples is none. */
    Optional<String> difference(LearningQuestion earlier) {
        ObjectNode there = earlier.node.deepCopy();
        ObjectNode here = node.deepCopy();
        if (there.path(DATA).path(DIGEST).equals(here.path(DATA).path(DIGEST))) {
            ((ObjectNode) there.get(DATA)).remove(NAME);
            ((ObjectNode) here.get(DATA)).remove(NAME);
        }
        return difference("", there, here);
    }

    private static Optional<String> difference(String prefix, ObjectNode there, ObjectNode here) {
        Set<String> names = new LinkedHashSet<>(new Fields("", "", here).names());
        names.addAll(new Fields("", "", there).names());
        for (String name : names) {
            JsonNode one = there.path(name);
            JsonNode other = here.path(name);
            if (one instanceof ObjectNode inner && other instanceof ObjectNode innerHere) {
                Optional<String> found = difference(prefix + name + ".", inner, innerHere);
                if (found.isPresent()) {
                    return found;
                }
            } else if (!one.equals(other)) {
                return Optional.of(ConfigDifference.words(prefix + name, one, other));
            }
        }
        return Optional.empty();
    }
}
