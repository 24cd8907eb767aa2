package org.probity.people.recruitment;

/** Where something is decided on an application, in their order. */
public enum Stage { SCREEN, INTERVIEW, OFFER, HIRE }
