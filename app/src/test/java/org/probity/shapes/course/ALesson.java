package org.probity.shapes.course;

import java.util.List;

/** A short course for tests: two pages, two questions. */
public final class ALesson {
    public static final Lesson OF_TWO = Lesson.marked(List.of(
            "# What it is | 什么是骚扰",
            "- A word, a look, a message, a hand: what matters is whether it was wanted. | 一句话、一个眼神、一条消息、一个动作：关键在于对方是否愿意。",
            "- It can come from anybody: a superior, a colleague, a visitor <at the gate>. | 可能来自任何人：上级、同事、访客。",
            "# What to do | 该怎么办",
            "- Say no if you can, write down when and where, and tell somebody you trust or the channel for complaints. | 能拒绝就拒绝，记下时间地点，告诉信任的人或投诉渠道。",
            "? A colleague keeps sending jokes that another does not want. | 同事不断发送对方不愿接受的玩笑。",
            "x It is only a joke | 只是玩笑",
            "+ It is harassment, and may be reported | 属于骚扰，可以投诉",
            "x It is a private matter | 属于私事",
            "= Not the intention counts but whether it was wanted. | 关键不在于本意，而在于对方是否愿意。",
            "? Whom may you tell? | 可以告诉谁？",
            "+ Anybody you trust, and the channel for complaints | 信任的人以及投诉渠道",
            "x Only your own superior | 只能告诉直属上级",
            "= Whoever is told keeps it confidential. | 接到投诉的人必须保密。"));

    private ALesson() {}
}
