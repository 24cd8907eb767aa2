package org.probity.supply.audit;

/** What a question, and what is found by it, is about. */
public enum Topic { BUSINESS, ENVIRONMENT, SAFETY, PROCESS, MINERALS }
