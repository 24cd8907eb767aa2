package org.probity.supply.clearance;

/** What we may or may not do with a supplier. The first four and the last begin something; receipt and payment end what was begun. */
public enum Act {
    /** Ask for an offer. */
    QUOTATION,
    /** Place an order. */
    ORDER,
    /** Sign a contract or an agreement. */
    CONTRACT,
    /** Take in what was ordered. */
    RECEIPT,
    /** Pay what was taken in. */
    PAYMENT,
    /** Renew or extend a contract. */
    RENEWAL;

    /** Its message. */
    public String words() {
        return "clearance.act." + name();
    }
}
