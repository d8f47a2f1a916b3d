import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Gives the classes of a jar the stack maps that class files have had since Java 6. The JVM neither archives classes without them nor verifies
 * them fast. Their code stays, and the jar's manifest says what was changed. Arguments: the jar, the changed jar, and the jars that its
 * classes need.
 */
final class StackMaps {
    /** The class files of Java 17. */
    private static final int VERSION = 61;

    public static void main(String[] arguments) throws IOException {
        URL[] jars = new URL[arguments.length - 1];
        jars[0] = Path.of(arguments[0]).toUri().toURL();
        for (int i = 2; i < arguments.length; i++) {
            jars[i - 1] = Path.of(arguments[i]).toUri().toURL();
        }
        try (URLClassLoader classes = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
                JarInputStream in = new JarInputStream(Files.newInputStream(Path.of(arguments[0])))) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().putValue("Changed-By-Guesscheck", "stack maps were added to the class files");
            try (OutputStream file = Files.newOutputStream(Path.of(arguments[1]));
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                write(in, out, classes);
            }
        }
    }

    private static void write(JarInputStream in, JarOutputStream out, URLClassLoader classes) throws IOException {
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
        // Stack maps are made for code that passes through a transform, even one that changes nothing.
        ClassTransform transform = ((ClassTransform) (built, element) -> {
                    if (element instanceof ClassFileVersion) {
                        built.withVersion(VERSION, 0);
                    } else {
                        built.with(element);
                    }
                })
                .andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element)));
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
            byte[] content = ((InputStream) in).readAllBytes();
            if (entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class")) {
                content = format.transformClass(format.parse(content), transform);
            }
            JarEntry changed = new JarEntry(entry.getName());
            changed.setTime(entry.getTime());
            out.putNextEntry(changed);
            out.write(content);
        }
    }

    private StackMaps() {}
}
