package org.probity.demo;

import java.util.List;
import org.probity.shapes.policy.Policy.Kind;

/** The labour rules of the invented company: names as a real one would have, words of our own. */
final class LabourRuleBook {
    static final String POLICY = "labour-policy";
    static final String EMPLOYMENT = "labour-employment";

    private LabourRuleBook() {}

    static List<RuleBook> all() {
        return List.of(
                new RuleBook(POLICY, Kind.POLICY, "Labour Policy", "劳动用工政策", """
                        ## equality Equality

                        Nobody is treated worse for colour, race, religion, gender, age, sexual orientation or disability, when they apply as little as when they work here.

                        ## no-force No force, no children

                        Nobody works here who does not want to, and nobody before sixteen. Nobody leaves a document or a deposit with us.

                        ## harassment No harassment, no abuse

                        Whoever is harassed or abused is heard by people who are not among those accused, and is not worse off for having spoken.
                        """, """
                        ## equality 平等

                        无论应聘还是在岗，任何人不因肤色、种族、宗教、性别、年龄、性取向或残疾受到不利对待。

                        ## no-force 禁止强迫劳动和童工

                        任何人不得被迫在此工作，未满十六周岁者不得录用。不扣押证件，不收取押金。

                        ## harassment 禁止骚扰和虐待

                        受到骚扰或虐待的人，由与被指控者无关的人员听取陈述，且不因反映情况而受到不利影响。
                        """),
                new RuleBook("recruitment-regulations", Kind.REGULATION, "Recruitment Management Regulations", "招聘管理规定", """
                        ## plan By plan

                        We look for people by a plan for the short, the middle and the long term.

                        ## same-questions The same for all

                        Whoever applies for a post is asked the same. Sex, age, family and health are asked of nobody where they do not belong to the work.

                        ## reasons Reasons

                        Whoever is refused is told so, and the reason is kept.
                        """, """
                        ## plan 按计划招聘

                        按短期、中期和长期计划招聘。

                        ## same-questions 一视同仁

                        同一岗位的应聘者回答同样的问题。与工作无关的性别、年龄、家庭和健康情况，一律不问。

                        ## reasons 说明理由

                        未录用者应得到告知，理由予以留存。
                        """),
                new RuleBook(EMPLOYMENT, Kind.PROCEDURE, "Labour Employment Management Guidelines", "劳动用工管理办法", """
                        ## documents Before the first shift

                        A document is looked at before the first day; its number is not kept.

                        ## contract Contract

                        A written contract is concluded within a month.

                        ## hours Hours

                        A roster keeps within the hours of the law before anybody works by it. One day in seven is free, and is known a week before.
                        """, """
                        ## documents 首次上岗之前

                        首日之前查验证件，不留存号码。

                        ## contract 合同

                        一个月内订立书面合同。

                        ## hours 工时

                        班表在执行之前即不得超过法定工时。每七天休息一天，并提前一周告知。
                        """),
                new RuleBook("personnel-regulations", Kind.REGULATION, "Personnel Management Regulations", "人事管理规定", """
                        ## posts Posts

                        Whoever changes the post agrees to it in writing.

                        ## reviews Reviews

                        Everybody has commitments, a rating with its reason and a talk once a year, and may appeal within ten working days.
                        """, """
                        ## posts 岗位

                        岗位变动须经本人书面同意。

                        ## reviews 评价

                        每人每年有承诺、有附理由的评价、有一次面谈，并可在十个工作日内申诉。
                        """),
                new RuleBook("human-resources-development", Kind.REGULATION, "Human Resources Development and Management Policy", "人力资源开发与管理政策", """
                        ## ladders Two ladders

                        A step on the professional ladder equals one on the managerial ladder.

                        ## learning Learning

                        Courses answer what a standard asks. Hours at courses are working hours.

                        ## study Study

                        Whoever works here may study with support, whatever the kind of engagement.
                        """, """
                        ## ladders 双通道

                        专业通道与管理通道的级别相互对应。

                        ## learning 学习

                        课程对应标准的要求。参加课程的时间计为工作时间。

                        ## study 学历

                        所有在此工作的人，不论用工形式，均可申请支持。
                        """));
    }
}
