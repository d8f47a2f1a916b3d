package org.guesscheck.core.kernel.vector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Loads templates as hidden classes with constants as class data, which they read while they are initialised.
 *
 * <p>A template is never initialised itself. Its constants are a record of values, not of questions: templates with equal
 * constants are one class.
 */
final class Specialised {
    /** More than all kernels of fifty shapes. */
    private static final int MOST_KEPT = 256;

    /**
     * The classes that were used last, by their constants, whose class belongs to one template. They are shared by all questions and
     * threads: compiling a kernel takes the JVM a second or two, in which it runs hundreds of times slower. No result depends on it. A
     * class that is dropped here is unloaded with the last kernel that uses it, so that a host which asks about ever other shapes does
     * not fill the JVM's memory for classes and code.
     */
    private static final LastUsed<Record, Class<?>> LOADED = new LastUsed<>(MOST_KEPT);

    private Specialised() {}

    /**
     * A new object of a template.
     *
     * @param type the interface of the template that the caller calls
     * @param constants a record nested in the template
     */
    static <T> T load(Class<T> type, Record constants) {
        Class<?> template = constants.getClass().getEnclosingClass();
        Class<?> loaded = LOADED.get(constants, key -> define(template, key));
        try {
            return type.cast(loaded.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the kernel template " + template.getName() + " can't be loaded", e);
        }
    }

    /** The constants of the template that is being initialised. */
    static <T extends Record> T constants(MethodHandles.Lookup template, Class<T> type) {
        try {
            return MethodHandles.classData(template, ConstantDescs.DEFAULT_NAME, type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> define(Class<?> template, Record constants) {
        try {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(classFile(template, constants), constants, true)
                    .lookupClass();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the kernel template " + template.getName() + " can't be loaded", e);
        }
    }

    /** The template, with code in the methods that have none in its text. */
    static byte[] classFile(Class<?> template, Record constants) {
        String file = template.getName().substring(template.getPackageName().length() + 1) + ".class";
        try (InputStream in = template.getResourceAsStream(file)) {
            byte[] compiled = in.readAllBytes();
            return constants instanceof Unrolled unrolled ? write(compiled, template, unrolled.methods()) : compiled;
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel template " + file + " can't be read", e);
        }
    }

    private static byte[] write(byte[] compiled, Class<?> template, Map<String, Consumer<KernelCode>> methods) {
        Set<String> written = new HashSet<>();
        ClassModel parsed = ClassFile.of().parse(compiled);
        byte[] result = ClassFile.of().transformClass(parsed, (to, element) -> {
            Consumer<KernelCode> writer = element instanceof MethodModel method
                    ? methods.get(method.methodName().stringValue())
                    : null;
            if (writer == null) {
                to.with(element);
                return;
            }
            MethodModel method = (MethodModel) element;
            written.add(method.methodName().stringValue());
            to.withMethodBody(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    code -> writer.accept(new KernelCode(code, template, method.methodTypeSymbol())));
        });
        if (!written.equals(methods.keySet())) {
            throw new IllegalStateException("of the methods " + methods.keySet() + " the kernel template "
                    + template.getName() + " has " + written);
        }
        return result;
    }
}
