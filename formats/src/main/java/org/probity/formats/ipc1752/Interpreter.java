package org.probity.formats.ipc1752;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.formats.ipc1752.Declaration.Material;
import org.probity.formats.ipc1752.Declaration.Product;
import org.probity.formats.ipc1752.Declaration.Section;
import org.probity.formats.ipc1752.Declaration.Statement;
import org.probity.formats.ipc1752.Declaration.Substance;
import org.probity.formats.ipc1752.Element.Node;
import org.probity.formats.ipc1752.Reading.Reason;

/// Says what the elements mean. By local name, because two namespaces and several prefixes are in use for the same words.
final class Interpreter {

    private static final String NAMESPACE_A = "http://webstds.ipc.org/175x/2.0";
    private static final String NAMESPACE_B = "webstds.ipc.org/175x/1752B";

    private Interpreter() {
    }

    static Reading read(List<Element> met) {
        if (met.isEmpty()) {
            return new Reading.Unreadable(Reason.DAMAGED, 0);
        }
        Node root = Element.tree(met);
        if (!root.element().name().equals("MainDeclaration")) {
            return new Reading.Unreadable(Reason.NOT_A_DECLARATION, root.element().name());
        }
        String namespace = root.element().attributes().getOrDefault("xmlns", "");
        boolean second = namespace.contains(NAMESPACE_B);
        String version = root.element().attributes().getOrDefault("version", "");
        if (!namespace.isEmpty() && !namespace.equals(NAMESPACE_A) && !second) {
            return new Reading.Unreadable(Reason.UNKNOWN_VERSION, namespace);
        }
        if (!second && !version.isEmpty() && !version.startsWith("2.")) {
            return new Reading.Unreadable(Reason.UNKNOWN_VERSION, version);
        }
        if (root.first("BusinessInfo").filter(it -> it.value("mode").text().equalsIgnoreCase("Request") && it.first("Response").isEmpty()).isPresent()) {
            return new Reading.Unreadable(Reason.REQUEST_ONLY);
        }
        List<Product> products = root.all("Product").map(Interpreter::product).toList();
        Set<Section> sections = EnumSet.noneOf(Section.class);
        products.stream().flatMap(Product::withParts).forEach(it -> {
            if (!it.statements().isEmpty()) {
                sections.add(Section.C);
            }
            if (!it.materials().isEmpty()) {
                sections.add(Section.D);
            }
        });
        if (sections.isEmpty()) {
            String named = root.within("SubSectional").map(it -> it.value("name").text()).filter(it -> !it.isEmpty() && !it.equals("C") && !it.equals("D"))
                    .distinct().collect(Collectors.joining(", "));
            return named.isEmpty() ? new Reading.Unreadable(Reason.NOTHING_DECLARED) : new Reading.Unreadable(Reason.OTHER_CLASS, named);
        }
        return new Reading.Read(new Declaration(second ? "1752B" : "1752A", sections,
                root.value(List.of("BusinessInfo", "Response", "SupplyCompany"), "name"), root.value(List.of("BusinessInfo", "Response"), "date"),
                root.value(List.of("BusinessInfo", "Declaration"), "supplierAcceptance"), products));
    }

    private static Product product(Node it) {
        Quantity mass = it.first("ProductID", "Amount").or(() -> it.first("Amount")).map(Interpreter::quantity)
                .orElseGet(() -> missing(it, "ProductID/Amount"));
        List<Statement> statements = new ArrayList<>();
        List<Material> materials = new ArrayList<>();
        Stream.concat(Stream.of(it), it.all("MaterialInfo")).forEach(place -> {
            place.all("SubstanceCategoryList").forEach(list -> statements(list, statements));
            Stream.concat(place.all("HomogeneousMaterialList").flatMap(list -> list.all("HomogeneousMaterial")), place.all("HomogeneousMaterial"))
                    .forEach(material -> materials.add(material(material)));
        });
        // Parts stand in the product, in its material section, or in a list of their own.
        List<Product> parts = Stream.of(it.all("SubProduct"), it.all("SubProductList").flatMap(list -> list.all("SubProduct")),
                        it.all("MaterialInfo").flatMap(info -> info.all("SubProduct")), it.all("MaterialInfo").flatMap(info -> info.all("SubProductList")).flatMap(list -> list.all("SubProduct")))
                .flatMap(all -> all).map(Interpreter::product).toList();
        return new Product(it.value(List.of("ProductID"), "itemName"), it.value(List.of("ProductID"), "itemNumber"), mass, List.copyOf(statements),
                List.copyOf(materials), parts, it.at());
    }

    /// A category with substances in it belongs to class D even outside of a material; one without says whether it is above its threshold.
    private static void statements(Node list, List<Statement> statements) {
        Value named = list.value(List.of("SubstanceCategoryListID"), "identity");
        list.all("SubstanceCategory").forEach(it -> statements.add(new Statement(named, it.value("name"), it.value("reportableApplication"),
                it.value(List.of("Threshold"), "overThreshold"), it.value(List.of("Threshold"), "threshold"), exemptions(it), it.at())));
    }

    private static Material material(Node it) {
        List<Substance> substances = new ArrayList<>();
        Stream.concat(it.all("SubstanceCategoryList").flatMap(list -> list.all("SubstanceCategory")), it.all("SubstanceCategory"))
                .forEach(category -> category.all("Substance").forEach(substance -> substances.add(substance(substance, category.value("name")))));
        it.all("Substance").forEach(substance -> substances.add(substance(substance, new Value("", substance.at()))));
        return new Material(it.value("name"), it.value("materialGroupName"), it.first("Amount").map(Interpreter::quantity).orElseGet(() -> missing(it, "Amount")),
                List.copyOf(substances), it.at());
    }

    private static Substance substance(Node it, Value category) {
        return new Substance(it.value("name"), it.value(List.of("SubstanceID"), "identity"), it.value(List.of("SubstanceID"), "authority"), category,
                it.first("Amount").or(() -> it.first("Concentration")).map(Interpreter::quantity).orElseGet(() -> missing(it, "Amount")),
                exemptions(it), it.at());
    }

    private static List<Value> exemptions(Node it) {
        return it.within("Exemption").map(exemption -> exemption.value("identity")).filter(value -> !value.isEmpty()).toList();
    }

    private static Quantity quantity(Node it) {
        return new Quantity(it.value("value"), it.value("UOM"));
    }

    private static Quantity missing(Node it, String element) {
        Place at = it.at().below(element);
        return new Quantity(new Value("", at.at("value")), new Value("", at.at("UOM")));
    }
}
