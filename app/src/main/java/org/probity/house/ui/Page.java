package org.probity.house.ui;

/** What a template shows. A page is a public record; its template has the same name and lies beside it. */
public interface Page {}
