package org.probity.people.career;

/** The five parts of a standard. */
public enum Part { EXPERIENCE, KNOWLEDGE, SKILL, RESULT, BEHAVIOUR }
