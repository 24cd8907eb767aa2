package org.probity.supply.exchange;

import org.probity.house.ui.Page;

/** One page of a course, as large as a phone. @param page from 1 */
public record LessonPage(Campaign campaign, Campaign.Progress progress, int page) implements Page {
    public String path() {
        return "/app/learning/" + campaign.id() + "/" + progress.course().code();
    }

    public Course.Sheet sheet() {
        return progress.course().sheets().get(page - 1);
    }

    public int pages() {
        return progress.course().sheets().size();
    }

    public boolean last() {
        return page == pages();
    }
}
