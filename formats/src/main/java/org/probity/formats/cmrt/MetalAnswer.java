package org.probity.formats.cmrt;

/// One answer about one metal.
///
/// @param reply what it means
/// @param cell the answer's cell, blank or not
/// @param comment the cell for remarks beside it
public record MetalAnswer(Question question, Metal metal, Reply reply, Cell cell, Cell comment) {
}
