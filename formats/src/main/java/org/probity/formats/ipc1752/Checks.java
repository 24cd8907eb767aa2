package org.probity.formats.ipc1752;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probity.formats.ipc1752.Declaration.Material;
import org.probity.formats.ipc1752.Declaration.Product;
import org.probity.formats.ipc1752.Declaration.Statement;
import org.probity.formats.ipc1752.Declaration.Substance;

/// What in a declaration is missing or cannot be right, whatever the law says of its substances.
public final class Checks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Nobody corrects more at one sitting; the next file shows the rest.
    static final int MOST = 200;

    private final List<Finding> found = new ArrayList<>();
    private final LocalDate today;

    private Checks(LocalDate today) {
        this.today = today;
    }

    /// In the order of the file.
    public static List<Finding> of(Declaration declaration, LocalDate today) {
        Checks checks = new Checks(today);
        checks.head(declaration);
        declaration.articles().forEach(checks::product);
        return List.copyOf(checks.found.subList(0, Math.min(MOST, checks.found.size())));
    }

    private void head(Declaration it) {
        if (it.company().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.company-missing", it.company()));
        }
        Optional<LocalDate> day = it.day();
        if (day.isEmpty()) {
            found.add(Finding.mustCorrect(it.responseDay().isEmpty() ? "ipc1752.day-missing" : "ipc1752.day-wrong", it.responseDay()));
        } else if (day.get().isAfter(today)) {
            found.add(Finding.mustCorrect("ipc1752.day-to-come", it.responseDay()));
        }
        if (!it.accepted().text().equalsIgnoreCase("true") && !it.accepted().text().equals("1")) {
            found.add(it.accepted().isEmpty() ? Finding.lookAt("ipc1752.acceptance-missing", it.accepted())
                    : Finding.mustCorrect("ipc1752.not-accepted", it.accepted()));
        }
    }

    private void product(Product it) {
        if (it.number().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.number-missing", it.number()));
        }
        it.statements().forEach(this::statement);
        if (it.materials().isEmpty()) {
            return;
        }
        boolean weighed = mass(it.mass());
        BigDecimal sum = BigDecimal.ZERO;
        for (Material material : it.materials()) {
            material(material);
            sum = sum.add(material.mass().milligrams().orElse(BigDecimal.ZERO));
        }
        if (weighed && sum.compareTo(it.mass().milligrams().orElseThrow()) > 0) {
            found.add(Finding.mustCorrect("ipc1752.materials-heavier", it.mass().value(), plain(sum) + " mg", it.mass().toString()));
        }
    }

    private void statement(Statement it) {
        if (!Set.of("true", "false", "1", "0").contains(it.over().text().toLowerCase(java.util.Locale.ROOT))) {
            found.add(Finding.mustCorrect("ipc1752.over-unclear", it.over(), it.name().text()));
        }
    }

    private void material(Material it) {
        boolean weighed = mass(it.mass());
        if (it.substances().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.material-empty", it.name()));
            return;
        }
        Set<String> met = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean complete = weighed;
        for (Substance substance : it.substances()) {
            substance(substance, it);
            Optional<BigDecimal> mass = substance.milligrams(it);
            complete &= mass.isPresent();
            sum = sum.add(mass.orElse(BigDecimal.ZERO));
            if (substance.cas().isPresent() && !met.add(substance.cas().get())) {
                found.add(Finding.lookAt("ipc1752.twice", substance.identity(), it.name().text()));
            }
        }
        if (!weighed) {
            return;
        }
        BigDecimal whole = it.mass().milligrams().orElseThrow();
        if (sum.compareTo(whole) > 0) {
            found.add(Finding.mustCorrect("ipc1752.substances-heavier", it.mass().value(), plain(sum) + " mg", it.mass().toString()));
        } else if (complete && sum.compareTo(whole) < 0) {
            found.add(Finding.lookAt("ipc1752.not-all-told", it.name(), plain(sum.multiply(HUNDRED).divide(whole, 2, RoundingMode.DOWN))));
        }
    }

    private void substance(Substance it, Material in) {
        String registry = it.authority().text();
        if (it.identity().isEmpty()) {
            found.add(registry.isEmpty() || registry.equalsIgnoreCase("CAS") ? Finding.mustCorrect("ipc1752.cas-missing", it.identity(), it.name().text())
                    : Finding.lookAt("ipc1752.no-cas", it.identity(), it.name().text()));
        } else if (it.cas().isEmpty()) {
            found.add(registry.isEmpty() || registry.equalsIgnoreCase("CAS") ? Finding.mustCorrect("ipc1752.cas-wrong", it.identity())
                    : Finding.lookAt("ipc1752.no-cas", it.identity(), it.name().text()));
        }
        Quantity amount = it.amount();
        if (amount.value().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.amount-missing", amount.value(), it.name().text()));
        } else if (amount.number().isEmpty() || amount.number().get().signum() < 0) {
            found.add(Finding.mustCorrect("ipc1752.amount-wrong", amount.value()));
        } else if (amount.known().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.unit-unknown", amount.unit()));
        } else if (it.share(in).filter(share -> share.part().compareTo(share.whole()) > 0).isPresent()) {
            found.add(Finding.mustCorrect("ipc1752.more-than-all", amount.value(), it.name().text()));
        }
    }

    /// Whether a mass can be reckoned with.
    private boolean mass(Quantity it) {
        if (it.value().isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.mass-missing", it.value()));
        } else if (it.number().isEmpty() || it.number().get().signum() <= 0) {
            found.add(Finding.mustCorrect("ipc1752.mass-wrong", it.value()));
        } else if (it.known().filter(unit -> !unit.isShare()).isEmpty()) {
            found.add(Finding.mustCorrect("ipc1752.unit-no-mass", it.unit()));
        } else {
            return true;
        }
        return false;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
