-- Findings of validated reports, for rooms that count what was found at a supplier.
CREATE VIEW audit.found AS
    SELECT finding.id, audit.supplier, finding.audit, finding.topic, finding.clause, finding.severity, finding.title_en, finding.title_zh, finding.day, finding.record
      FROM audit.finding
      JOIN audit.audit ON audit.id = finding.audit;
