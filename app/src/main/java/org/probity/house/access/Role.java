package org.probity.house.access;

/** What a person does here. A person may hold several; rights come from these alone. */
public enum Role {
    /** Installs, invites, disables; the screens show nothing else to them. */
    ADMINISTRATOR,
    /** Buys in one of the procurement departments. */
    BUYER,
    /** Quality operations: second department in reviews. */
    QUALITY,
    /** Process engineering: knows how a thing is made; trials of materials, one of the four departments that audit. */
    PROCESS,
    /** Environment, health and safety. */
    EHS,
    /** Legal affairs: agreements, laws, disputes, hearings. */
    LEGAL,
    /** Responsible sourcing: due diligence of minerals, prepares disclosures. */
    SOURCING_OFFICER,
    /** Reviews a figure that another has prepared. */
    REVIEWER,
    /** Gives the second of the two yeses that publish. */
    PUBLISHER,
    /** Outside assurer: reads definitions, rows, evidence; changes nothing. Counts only while they are engaged. */
    ASSURER,
    /** Union: supervises. */
    UNION,
    /** Human resources: keeps the directory of units and people. Who manages whom follows from the directory and is no role. */
    HR,
    /** Keeps what people are paid: brings payroll's file, lets it count, writes letters, and may look at one person with a reason that the person reads. */
    REMUNERATION,
    /** Anyone employed here. */
    EMPLOYEE,
    /** A contact of one supplier; sees that supplier's matters alone. */
    SUPPLIER,
    /** A contact of one customer: what published editions show at the customer's level, until the day they were invited to, and nothing else. */
    CUSTOMER,
    /** A consultant from outside of one project for people of high potential: those of its people who said yes, until the day it ends, and nothing else. */
    CONSULTANT;

    /** Whether the role counts only while a {@link Term} of it runs; without one it opens nothing. */
    boolean forATerm() {
        return this == ASSURER || this == CUSTOMER || this == CONSULTANT;
    }

    /** Held by people of many other companies: who holds it holds no other, and shares nothing with the others who hold it. */
    public boolean outside() {
        return this == SUPPLIER || this == CUSTOMER || this == CONSULTANT;
    }
}
