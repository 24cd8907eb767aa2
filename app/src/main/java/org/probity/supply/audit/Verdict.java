package org.probity.supply.audit;

/** What an auditor answers to a question. */
public enum Verdict { CONFORM, FINDING, NOT_APPLICABLE }
