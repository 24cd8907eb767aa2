-- Whose clearances change with what admission's rule reads.
SELECT clearance.listen('admission', 'admission.dossier', 'SELECT supplier FROM changed');
SELECT clearance.listen('admission', 'admission.proof', 'SELECT supplier FROM changed');
SELECT clearance.listen('admission', 'admission.ruling', 'SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
SELECT clearance.listen('admission', 'admission.withdrawn', 'SELECT proof.supplier FROM changed JOIN admission.proof ON proof.id = changed.proof FOR SHARE OF proof');
SELECT clearance.listen('admission', 'admission.agreement', 'SELECT supplier FROM changed');
SELECT clearance.listen('admission', 'admission.agreement_step', 'SELECT agreement.supplier FROM changed JOIN admission.agreement ON agreement.id = changed.agreement FOR SHARE OF agreement');
SELECT clearance.listen('admission', 'admission.motion', 'SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
SELECT clearance.listen('admission', 'admission.decided',
                        'SELECT dossier.supplier FROM changed JOIN admission.motion ON motion.id = changed.motion JOIN admission.dossier ON dossier.id = motion.dossier FOR SHARE OF motion, dossier');
SELECT clearance.listen('admission', 'admission.suspension', 'SELECT dossier.supplier FROM changed JOIN admission.dossier ON dossier.id = changed.dossier FOR SHARE OF dossier');
SELECT clearance.listen('admission', 'admission.suspension_lifted',
                        'SELECT dossier.supplier FROM changed JOIN admission.suspension ON suspension.id = changed.suspension JOIN admission.dossier ON dossier.id = suspension.dossier FOR SHARE OF suspension, dossier');
-- Rare, and about any number of suppliers.
SELECT clearance.listen('admission', 'admission.condition_met');
SELECT clearance.listen('admission', 'admission.requirement');
SELECT clearance.listen('admission', 'admission.duty');
SELECT clearance.listen('admission', 'admission.leg');
