package org.probity.disclosure.statement;

import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Page;

/** One number followed to its rows, to the log and to the check, step by step. @param papers behind its counted rows */
public record FollowPage(Edition edition, Shown said, long papers, Log.@Nullable Placed place) implements Page {}
