package org.probity.formats.cmrt;

/// One product the declaration speaks for, when its scope is a list of products.
public record ProductRow(int row, Cell number, Cell name, Cell comment) {
}
