package io.github.crmkit.timeline;

import io.github.crmkit.kernel.EntityRef;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.lead.Leads;
import io.github.crmkit.opportunity.Opportunities;
import io.github.crmkit.party.Accounts;
import io.github.crmkit.party.Contacts;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Field;
import io.github.crmkit.query.ValueType;
import io.github.crmkit.quote.Quotes;
import io.github.crmkit.time.OrganisationZone;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** How the values that history keeps as text are said to people. What it cannot read it leaves as it stands. */
final class Wording {

    private static final Map<String, EntityType<?, ?>> TYPES = Stream.of(
                    Leads.TYPE, Accounts.TYPE, Contacts.TYPE, Opportunities.TYPE, Quotes.TYPE)
            .collect(Collectors.toUnmodifiableMap(EntityType::name, type -> type));

    private static final Set<String> PERCENTAGES =
            Set.of("probability", "stageProbability", "modelProbability", "manualProbability");

    /** Fields whose name in words is not what people say. */
    private static final Map<String, String> LABELS = Map.of(
            "manualProbability", "probability set by hand",
            "modelProbability", "computed probability",
            "fullName", "name",
            "net", "total without tax",
            "gross", "total to pay",
            "recurringMonths", "months of a term",
            "nextStepOn", "day of the next step",
            "slipsInPeriod", "slips within the quarter",
            "slipsAcross", "slips into a later quarter");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern CONSTANT = Pattern.compile("^[A-Z][A-Z_]+(?= )");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]+");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Cast cast;
    private final OrganisationZone zone;
    private final Function<? super UserId, ? extends @Nullable String> names;
    private final Map<UserId, String> users = new HashMap<>();

    Wording(Cast cast, OrganisationZone zone, Function<? super UserId, ? extends @Nullable String> names) {
        this.cast = cast;
        this.zone = zone;
        this.names = names;
    }

    /** What the host calls a user, or their id where it calls them nothing. */
    String user(UserId id) {
        String known = users.get(id);
        if (known == null) {
            String given = names.apply(id);
            known = given == null || given.isBlank() ? "user " + id.text() : flat(given);
            users.put(id, known);
        }
        return known;
    }

    /** The label of something that the caller sees. */
    Optional<String> label(EntityRef ref) {
        return cast.label(ref).map(Wording::flat);
    }

    /** A field in words. */
    static String label(String field) {
        String words = HUMP.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT);
        return LABELS.getOrDefault(field, words);
    }

    /** Whether the values of a field are lists, a line for each part. */
    static boolean isList(String type, String field) {
        EntityType<?, ?> known = TYPES.get(type);
        return known != null && known.told().stream().anyMatch(f -> f.name().equals(field));
    }

    /** The kind of the values of a field, where it is one of those that its type has now. */
    static Optional<ValueType.Kind> kind(String type, String field) {
        return type(type, field).map(ValueType::kind);
    }

    /** The parts of a list, those that name something hidden left out. */
    List<String> parts(String field, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return text.lines()
                .map(line -> part(field, line))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A value of a field; null for none, and for the id of something that the caller does not see. */
    @Nullable
    String value(String type, String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (isList(type, field)) {
            List<String> parts = parts(field, text);
            return parts.isEmpty() ? null : String.join("; ", parts);
        }
        Optional<Reference> reference = Reference.in(field);
        if (reference.isPresent()) {
            return Reference.replaceIds(text, id -> name(reference.get(), id)).orElse(null);
        }
        Optional<ValueType<?>> known = type(type, field).map(t -> t);
        return known.isEmpty() ? flat(text) : plain(known.get().kind(), field, text);
    }

    /** An amount with its currency; null where either is absent. */
    static @Nullable String money(@Nullable String amount, @Nullable String currency) {
        if (amount == null || currency == null) {
            return null;
        }
        BigDecimal exact = new BigDecimal(amount).stripTrailingZeros();
        int scale = Math.max(exact.scale(), decimals(currency));
        return flat(currency) + " " + exact.setScale(scale).toPlainString();
    }

    /** On one line, whatever was given. */
    static String flat(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private @Nullable String plain(ValueType.Kind kind, String field, String text) {
        return switch (kind) {
            case ENUM -> words(text);
            case BOOLEAN -> text.equals("true") ? "yes" : "no";
            case INSTANT -> time(text);
            case DECIMAL -> number(text) + (PERCENTAGES.contains(field) ? " %" : "");
            case ID -> null;
            default -> flat(text);
        };
    }

    private Optional<String> part(String field, String line) {
        Optional<Reference> reference = Reference.in(field);
        Optional<String> told =
                reference.isEmpty() ? Optional.of(line) : Reference.replaceIds(line, id -> name(reference.get(), id));
        boolean constant = reference.filter(Reference.CONTACT::equals).isPresent();
        return told.map(Wording::flat)
                .map(part -> constant ? CONSTANT.matcher(part).replaceFirst(found -> words(found.group())) : part);
    }

    private Optional<String> name(Reference reference, UUID id) {
        return switch (reference) {
            case USER -> Optional.of(user(new UserId(id)));
            case STAGE -> cast.stage(id).map(Wording::flat);
            default ->
                reference
                        .aggregate()
                        .flatMap(type -> cast.name(new EntityRef(type, id)))
                        .map(Wording::flat);
        };
    }

    /** To the minute, in the organisation's zone. */
    String time(Instant at) {
        return MINUTES.format(at.atZone(zone.zone()));
    }

    private String time(String text) {
        try {
            return time(Instant.parse(text));
        } catch (DateTimeException unreadable) {
            return flat(text);
        }
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static int decimals(String currency) {
        try {
            return CurrencyUnit.of(currency).getDecimalPlaces();
        } catch (IllegalCurrencyException ofAnotherHost) {
            return 0;
        }
    }

    private static Optional<ValueType<?>> type(String type, String field) {
        EntityType<?, ?> known = TYPES.get(type);
        return known == null ? Optional.empty() : known.field(field).map(Field::type);
    }
}
