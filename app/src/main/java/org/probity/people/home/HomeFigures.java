package org.probity.people.home;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What beds are like, how long people wait for one, and how fast rooms are mended. */
@Configuration(proxyBeanMethods = false)
class HomeFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure bedsToStandard() {
        return new Figure("beds-to-standard", "PE-91", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "HB", "home.fig.beds", sql("beds-to-standard"),
                new Figure.Control("beds", "", sql("beds-brought")));
    }

    @Bean
    Figure areaPerBed() {
        return new Figure("area-per-bed", "PE-92", 1, SINCE, new Fold.RatioOfSums("area", "beds"), Rounding.places(2), "m2", Figure.Level.ASSURER, "HM", "home.fig.area", sql("area-per-bed"),
                new Figure.Control("beds", "", sql("beds-brought")));
    }

    @Bean
    Figure bedWaiting() {
        return new Figure("bed-waiting", "PE-93", 1, SINCE, new Fold.Median("days"), Rounding.places(1), "d", Figure.Level.ASSURER, "HW", "home.fig.waiting", sql("waiting-days"),
                new Figure.Control("keys", "", sql("keys-in-the-log")));
    }

    @Bean
    Figure faultsInTime() {
        return new Figure("home-faults-in-time", "PE-94", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "HX", "home.fig.faults", sql("faults-in-time"),
                new Figure.Control("faults", "", sql("faults-in-the-log")));
    }

    private static String sql(String name) {
        return Figure.sql(HomeFigures.class, "figures/" + name + ".sql");
    }

    @Bean
    static SubjectPage staysInFigures() {
        return new SubjectPage("bed-waiting", HomeWeb.ALL + "/stays/", Set.of(Role.HR));
    }

    @Bean
    static SubjectPage faultsInFigures() {
        return new SubjectPage("home-faults-in-time", HomeWeb.ALL + "/faults/", Set.of(Role.HR, Role.EHS));
    }
}
