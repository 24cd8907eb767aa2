package org.probity.formats.ipc1752;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a supplier declares, value by value.
///
/// @param edition `1752A` or `1752B`
/// @param sections the classes it holds of those this library reads
/// @param company who declares
/// @param responseDay of the answer, as written
/// @param accepted whether the declarer stands by the statement, as written
public record Declaration(
        String edition, Set<Section> sections, Value company, Value responseDay, Value accepted, List<Product> products) {

    /// The classes of the standard that are read: which listed substances are above a threshold, and which materials hold what.
    public enum Section { C, D }

    public Declaration {
        sections = Set.copyOf(sections);
        products = List.copyOf(products);
    }

    /// The day of the answer; a time of the day after it is left.
    public Optional<LocalDate> day() {
        try {
            return responseDay.text().length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(responseDay.text().substring(0, 10)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /// Every product and every part of one, each before its parts.
    public Stream<Product> articles() {
        return products.stream().flatMap(Product::withParts);
    }

    /// A product, or a part of one.
    ///
    /// @param statements of class C
    /// @param materials of class D
    public record Product(
            Value name, Value number, Quantity mass, List<Statement> statements, List<Material> materials, List<Product> parts, Place at) {

        Stream<Product> withParts() {
            return Stream.concat(Stream.of(this), parts.stream().flatMap(Product::withParts));
        }

        /// What it is called by people.
        public String called() {
            return name.isEmpty() ? number.text() : name.text();
        }

        /// Its own mass, or else what its materials and parts weigh together; empty when one of them does not say.
        public Optional<BigDecimal> milligrams() {
            if (mass.milligrams().isPresent()) {
                return mass.milligrams();
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (Optional<BigDecimal> one : Stream.concat(materials.stream().map(it -> it.mass().milligrams()), parts.stream().map(Product::milligrams)).toList()) {
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(one.get());
            }
            return sum.signum() == 0 ? Optional.empty() : Optional.of(sum);
        }
    }

    /// Class C: whether one substance, or group of them, is above its threshold.
    ///
    /// @param list the list it is taken from, such as EUROHS-1907
    /// @param application where in products it is reportable
    /// @param over `true` or `false`, as written
    /// @param threshold in the list's words
    public record Statement(Value list, Value name, Value application, Value over, Value threshold, List<Value> exemptions, Place at) {
    }

    /// Class D: a material that cannot be taken apart by hand.
    public record Material(Value name, Value group, Quantity mass, List<Substance> substances, Place at) {
    }

    /// A substance of a material.
    ///
    /// @param identity its number in the registry named as authority, most often CAS
    /// @param category the group of its list it stands under, such as Lead/Lead Compounds
    /// @param exemptions under which it may be more, as claimed
    public record Substance(
            Value name, Value identity, Value authority, Value category, Quantity amount, List<Value> exemptions, Place at) {

        /// Its CAS number; empty when it has none, or a wrong one.
        public Optional<String> cas() {
            return Cas.isRight(identity.text()) ? Optional.of(identity.text()) : Optional.empty();
        }

        /// Its mass in that material.
        public Optional<BigDecimal> milligrams(Material in) {
            return amount.milligrams().or(() -> amount.ppm().flatMap(ppm -> in.mass().milligrams().map(whole -> whole.multiply(ppm).movePointLeft(6))));
        }

        /// Its share of that material, when both say enough.
        public Optional<Share> share(Material in) {
            if (amount.ppm().isPresent()) {
                return amount.ppm().map(ppm -> new Share(ppm, BigDecimal.valueOf(1_000_000)));
            }
            return in.mass().milligrams().filter(it -> it.signum() > 0).flatMap(whole -> amount.milligrams().map(part -> new Share(part, whole)));
        }
    }
}
