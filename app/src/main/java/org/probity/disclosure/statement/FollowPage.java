package org.probity.disclosure.statement;

import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Page;

/** One number followed to its rows, to the log and to the check, step by step. */
public record FollowPage(Edition edition, FigureView view, Log.@Nullable Placed place, String fingerprint) implements Page {}
