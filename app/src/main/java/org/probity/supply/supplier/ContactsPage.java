package org.probity.supply.supplier;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;

/** The contacts of a supplier as those who buy keep them. @param colleague what was typed, when it was refused */
public record ContactsPage(
        Supplier supplier, List<Supplier.Contact> contacts, Contacts.Colleague colleague, Set<Supplier.For> chosen, List<Reason> reasons) implements Page {

    public List<Supplier.Contact> current() {
        return contacts.stream().filter(it -> it.untilDay() == null).toList();
    }

    public List<Supplier.Contact> gone() {
        return contacts.stream().filter(it -> it.untilDay() != null).toList();
    }

    public List<Option> languages() {
        return List.of(new Option("zh", "中文"), new Option("en", "English"));
    }

    public List<Option> successors(Supplier.Contact leaving) {
        return current().stream().filter(it -> !it.id().equals(leaving.id())).map(it -> new Option(it.id().toString(), it.name())).toList();
    }

    public List<Option> roles(Screen s) {
        return Arrays.stream(Supplier.For.values()).map(it -> new Option(it.name(), s.t("supplier.for." + it.name()))).toList();
    }

    public Set<String> chosenNames() {
        return chosen.stream().map(Enum::name).collect(Collectors.toSet());
    }

    static String roles(Screen s, Supplier.Contact contact) {
        return contact.roles().stream().map(it -> s.t("supplier.for." + it.name())).collect(Collectors.joining(s.t("supplier.and")));
    }

    public String said(Screen s, Supplier.Contact contact) {
        var roles = roles(s, contact);
        return contact.email() + (contact.phone().isEmpty() ? "" : " · " + contact.phone()) + (roles.isEmpty() ? "" : " · " + roles);
    }
}
