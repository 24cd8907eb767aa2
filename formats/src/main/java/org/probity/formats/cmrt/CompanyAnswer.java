package org.probity.formats.cmrt;

/// One answer about the company as a whole.
///
/// @param comment the cell for remarks beside it; for [CompanyQuestion#POLICY_PUBLIC] the address of the policy
public record CompanyAnswer(CompanyQuestion question, Reply reply, Cell cell, Cell comment) {
}
