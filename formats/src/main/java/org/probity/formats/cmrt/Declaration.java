package org.probity.formats.cmrt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;

/// A supplier's declaration, every value with its cell.
///
/// @param edition the family of layouts the workbook belongs to
/// @param version the template's revision, as written, else the likeliest of its family
/// @param versionCertain whether revision text and layout agree; if not, say so to the reader
/// @param revision the cell that tells the revision
/// @param language the language the form is shown in; the values are English all the same
/// @param effectiveDate the day from which the supplier stands by it; none when the cell is empty or no date
public record Declaration(
        Edition edition,
        Version version,
        boolean versionCertain,
        Cell revision,
        Cell language,
        Map<Field, Cell> company,
        Optional<LocalDate> effectiveDate,
        List<MetalAnswer> answers,
        List<CompanyAnswer> companyAnswers,
        List<SmelterRow> smelters,
        List<ProductRow> products) {

    public static final String DECLARATION = "Declaration";
    public static final String SMELTERS = "Smelter List";
    public static final String PRODUCTS = "Product List";

    public Declaration {
        company = Collections.unmodifiableMap(new EnumMap<>(company));
        answers = List.copyOf(answers);
        companyAnswers = List.copyOf(companyAnswers);
        smelters = List.copyOf(smelters);
        products = List.copyOf(products);
    }

    /// The field's cell; fields an old form did not have answer with none.
    public Optional<Cell> field(Field field) {
        return Optional.ofNullable(company.get(field));
    }

    public String companyName() {
        return text(Field.COMPANY_NAME);
    }

    /// The field's text, empty when absent.
    public String text(Field field) {
        Cell cell = company.get(field);
        return cell == null ? "" : cell.value();
    }

    public Scope scope() {
        Cell cell = company.get(Field.SCOPE);
        return cell == null ? Scope.UNANSWERED : Scope.of(cell);
    }

    public Optional<MetalAnswer> answer(Question question, Metal metal) {
        return answers.stream().filter(a -> a.question() == question && a.metal() == metal).findFirst();
    }

    /// What was answered; UNANSWERED also when this version does not ask.
    public Reply reply(Question question, Metal metal) {
        return answer(question, metal).map(MetalAnswer::reply).orElse(Reply.UNANSWERED);
    }

    public Optional<CompanyAnswer> answer(CompanyQuestion question) {
        return companyAnswers.stream().filter(a -> a.question() == question).findFirst();
    }

    /// Whether the metal counts: it is not declared as neither added nor remaining.
    public boolean inScope(Metal metal) {
        return reply(Question.ADDED, metal) != Reply.NO && reply(Question.REMAINS, metal) != Reply.NO;
    }

    public List<SmelterRow> smelters(Metal metal) {
        return smelters.stream().filter(s -> s.metal().equals(Optional.of(metal))).toList();
    }

    /// A fingerprint of the smelter list without its order, to recognise a list that another supplier sent too. Lists of fewer than
    /// five smelters give none: two honest suppliers may well share those.
    public Optional<String> listFingerprint() {
        TreeSet<String> keys = new TreeSet<>();
        smelters.stream().filter(s -> !s.notIdentified()).forEach(s -> keys.add(Difference.key(s, Optional.empty())));
        if (keys.size() < 5) {
            return Optional.empty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", keys).getBytes(StandardCharsets.UTF_8));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Cell required(Field field) {
        Cell cell = company.get(field);
        if (cell == null) {
            throw new NoSuchElementException(edition + " has no field " + field);
        }
        return cell;
    }
}
