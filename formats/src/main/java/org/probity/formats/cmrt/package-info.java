/// Reads and checks conflict-minerals declarations: the workbook every supplier of tin, tantalum, tungsten or gold sends once a year.
///
/// [org.probity.formats.cmrt.Cmrt] turns bytes into a [org.probity.formats.cmrt.Reading]; [org.probity.formats.cmrt.Checker] asks whether
/// anything is missing, exactly as the template's own "Checker" sheet does; [org.probity.formats.cmrt.SecondOpinion] asks whether it can be true.
/// Everything said about a workbook names its sheet and cell.
///
/// This package never runs a formula, never follows a link, never writes a workbook anew (it patches cells), and never holds the owner's
/// wording or smelter list: a house that has a licensed copy loads it.
@NullMarked
package org.probity.formats.cmrt;

import org.jspecify.annotations.NullMarked;
