package io.github.crmkit.laws.breach.code;

import java.util.Optional;

/** Seeded: an Optional that is kept, and one that is taken. */
final class OptionalHolder {

    private final Optional<String> held = Optional.empty();

    String take(Optional<String> given) {
        return given.or(() -> held).orElse("");
    }
}
