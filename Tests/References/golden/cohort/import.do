* Reads the tables of this folder, with labels, and saves each as a Stata file beside it. Stata 14 or later.
* Where there is no number there is a missing value, and the variable status says why. "notes" says what the words of a variable mean.
version 14

import delimited using `"allocation-summary.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 3 4 16 17) numericcols(2 5 6 7 8 9 10 11 12 13 14 15) clear
label data `"One row per way of averaging allocations: what leads, how firmly, and how people"'
label variable average `"respondents (people equal), organisations (organisations equal) or median (of…"'
notes average: respondents (people equal), organisations (organisations equal) or median (of people). Checks over people, on which nothing rests: geometric_0.0065 and geometric_0.025 (zeros filled in as that share), frechet_0.5.
label variable units `"People, or organisations, that count."'
label variable leaders `"Codes of the factors that lead, separated by spaces."'
label variable followers `"Codes of the factors next to them, separated by spaces."'
label variable leading `"Points of the leaders. (points of 100)"'
label variable following `"Points of the followers. (points of 100)"'
label variable points_to_tie `"Fewest points, summed over people, to move from the leader for a tie; more…"'
notes points_to_tie: Fewest points, summed over people, to move from the leader for a tie; more overturns it. (points of all together)
label variable changes_without_one_person `"How often leaving out one person changes the leaders. (cases)"'
label variable changes_without_one_organisation `"How often leaving out one organisation changes the leaders. (cases)"'
label variable effective_number `"How many factors of equal size would be as spread out as the average (Hill’s…"'
notes effective_number: How many factors of equal size would be as spread out as the average (Hill’s number of order 1). (factors)
label variable factors_used `"Mean number of factors that a person used. (factors)"'
label variable concentration `"Mean over people of the sum of squared shares: 1 for one factor, 1 ÷ factors…"'
notes concentration: Mean over people of the sum of squared shares: 1 for one factor, 1 ÷ factors for an even split. (share 0–1)
label variable even_splits `"People who gave every factor the same. (people)"'
label variable one_factor `"People who gave one factor everything. (people)"'
label variable few_factors `"People who used fewer than three factors. (people)"'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable withheld `"Numbers of a row with leaders that are withheld all the same, as…"'
notes withheld: Numbers of a row with leaders that are withheld all the same, as column:status, separated by spaces.
save `"allocation-summary.dta"', replace

import delimited using `"allocations.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 27 28) numericcols(3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26) clear
label data `"One row per budget factor: how a budget increase would be spent, out of 100 poin"'
label variable factor `"The factor’s code."'
notes factor: b01: More frontline staff
notes factor: b02: Training frontline staff on how to make co-production more successful
notes factor: b03: More staff who can enable service users to co-produce
notes factor: b04: More staff who can enable communities to co-produce
notes factor: b05: Supporting service users to do more co-production in the project
notes factor: b06: Supporting communities to do more co-production in the project
notes factor: b07: Connecting service users to communities more effectively
notes factor: b08: Project management
notes factor: b09: Better ICT
notes factor: b10: Better technology (other than ICT)
notes factor: b11: Supporting partners to embed co-production in their working
label variable label `"The factor’s wording."'
label variable respondents `"People who shared out the points. (people)"'
label variable mean `"Mean over people, points as given. (points of 100)"'
label variable mean_low `"Lower end of the interval of the mean. (points of 100)"'
label variable mean_high `"Upper end of the interval of the mean. (points of 100)"'
label variable median `"Median over people. (points of 100)"'
label variable share_zero `"Share of people who gave the factor nothing; withheld where these, or the…"'
notes share_zero: Share of people who gave the factor nothing; withheld where these, or the others, are few. (share 0–1)
label variable rank `"Rank by mean, 1 is the largest; ties share the mean of their places."'
label variable organisations `"Organisations with an allocation. (organisations)"'
label variable organisation_mean `"Mean of the organisations’ means. (points of 100)"'
label variable organisation_low `"Lower end of its interval. (points of 100)"'
label variable organisation_high `"Upper end of its interval. (points of 100)"'
label variable organisation_rank `"Rank by the mean of the organisations’ means."'
label variable mean_low_together `"Lower end of the interval of the mean that holds for all factors together.…"'
notes mean_low_together: Lower end of the interval of the mean that holds for all factors together. (points of 100)
label variable mean_high_together `"Upper end of the interval of the mean that holds for all factors together.…"'
notes mean_high_together: Upper end of the interval of the mean that holds for all factors together. (points of 100)
label variable organisation_low_together `"Lower end of the interval of the organisations’ mean that holds for all…"'
notes organisation_low_together: Lower end of the interval of the organisations’ mean that holds for all factors together. (points of 100)
label variable organisation_high_together `"Upper end of the interval of the organisations’ mean that holds for all…"'
notes organisation_high_together: Upper end of the interval of the organisations’ mean that holds for all factors together. (points of 100)
label variable median_rank `"Rank by median."'
label variable rank_less_one_person_low `"Best rank by mean when one person is left out; empty above 20,000 people."'
label variable rank_less_one_person_high `"Worst rank by mean when one person is left out."'
label variable rank_less_one_organisation_low `"Best rank by the organisations’ mean when one organisation is left out."'
label variable rank_less_one_organisation_high `"Worst rank by the organisations’ mean when one organisation is left out."'
label variable geometric_mean_small_fill `"Check only: geometric mean over people with zeros filled in as 0.65 points.…"'
notes geometric_mean_small_fill: Check only: geometric mean over people with zeros filled in as 0.65 points. No weight rests on it. (points of 100)
label variable geometric_mean_large_fill `"Check only: the same with zeros filled in as 2.5 points; where the two…"'
notes geometric_mean_large_fill: Check only: the same with zeros filled in as 2.5 points; where the two differ, the fill decides. (points of 100)
label variable frechet_mean `"Check only: Fréchet mean over people at α = 0.5, between arithmetic and…"'
notes frechet_mean: Check only: Fréchet mean over people at α = 0.5, between arithmetic and geometric, zeros as they are. (points of 100)
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable withheld `"Numbers of a row with a mean that are withheld all the same, as…"'
notes withheld: Numbers of a row with a mean that are withheld all the same, as column:status, separated by spaces.
save `"allocations.dta"', replace

import delimited using `"codebook.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 4 5 6 7 8 9 10 11 12) clear
label data `"One row per output column, per measure and per item."'
label variable file `"The file; empty for a measure or an item."'
label variable variable `"The name in the files."'
label variable kind `"What the row is about."'
notes kind: column: a column of a file
notes kind: measure: a score, which occurs in several files
notes kind: item: a question of the survey, or a factor of its budget
label variable type `"What its values are."'
notes type: string: text
notes type: integer: whole numbers
notes type: number: numbers
label variable label_en `"The label in the language “en”; empty while it is not written."'
label variable label_cy `"The label in the language “cy”; empty while it is not written."'
label variable unit `"The unit."'
label variable range `"Lowest and highest value."'
label variable values `"The only values that there are, with what they say; empty where any may be."'
label variable formula `"How the number is made."'
label variable missing `"What can be missing, and how it is told."'
label variable meaning `"What it means."'
save `"codebook.dta"', replace

import delimited using `"comparisons.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 4 5 9 13 16 20 21 22 23 24 25 28 29) numericcols(6 7 8 10 11 12 14 15 17 18 19 26 27 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44) clear
label data `"One row per comparison and test; read the rows that are primary."'
label variable family `"The family within which p is adjusted."'
label variable measure `"The measure that is compared."'
label variable by `"The column that groups people."'
label variable group_a `"The first group, or all for all groups at once."'
label variable group_b `"The second group; empty for all groups at once."'
label variable n_a `"People in the first group, or in all groups. (people)"'
label variable n_b `"People in the second group. (people)"'
label variable primary `"1 for the row to read, 0 for a row that stands beside it. Between waves of…"'
notes primary: 1 for the row to read, 0 for a row that stands beside it. Between waves of six organisations or more the report reads whole_organisation_signs beside it.
label variable method `"The test."'
label variable statistic `"The test statistic."'
label variable df `"Degrees of freedom of the limit distribution; empty where there are none."'
label variable p `"Two-sided p: an outcome counts when it is at least as far out. Rounded up…"'
notes p: Two-sided p: an outcome counts when it is at least as far out. Rounded up where more digits would tell hidden numbers. (probability)
label variable p_method `"exact, permutation:count:seed, asymptotic, or drawn_limit:count:seed (draws…"'
notes p_method: exact, permutation:count:seed, asymptotic, or drawn_limit:count:seed (draws of what shuffles tend to).
label variable p_smallest `"The smallest p that these group sizes can give, or, where how they are spread…"'
notes p_smallest: The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound. (probability)
label variable p_adjusted `"p adjusted within the family, as p_adjustment says. (probability)"'
label variable effect_name `"Which effect size; empty without one."'
notes effect_name: probability_of_superiority: chance that someone of group_a scores higher, ties split
notes effect_name: hedges_g: difference of means in standard deviations
notes effect_name: epsilon_squared: share of the spread of ranks that groups explain
notes effect_name: omega_squared: share of the spread of scores that groups explain
notes effect_name: mean_difference: mean of group_a less that of group_b
notes effect_name: mean_rank_difference: mean rank of group_a less that of group_b
notes effect_name: difference_of_shares: share of group_a less that of group_b
notes effect_name: points_to_move: points of 100 to move between factors for the groups to agree, half the sum of differences
notes effect_name: mean_points_difference: mean points of group_a less those of group_b
notes effect_name: kendall_w: agreement of people’s orders of factors, 0 to 1
notes effect_name: cramers_v: association of groups and answers, 0 to 1
notes effect_name: kendall_tau_b: agreement of the order of groups with the scores, −1 to 1
notes effect_name: matched_pairs_rank_biserial: between waves, −1 to 1, above 0 where the second is higher
notes effect_name: share_of_changes_that_rose: between waves, of those who changed
notes effect_name: mean_change: between waves, of organisations, in points
label variable effect `"The effect size; in few digits, or empty, where it would tell hidden numbers."'
label variable effect_low `"Lower end of its interval."'
label variable effect_high `"Upper end of its interval."'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable note `"Why it cannot be made, or a caution; empty when there is nothing to add."'
label variable design `"How organisations entered."'
notes design: within_organisations: groups are compared inside organisations that hold them side by side
notes design: whole_organisations: whole organisations change groups
notes design: one_organisation: one organisation only
notes design: organisations_not_named: no organisation is named: people are taken as unrelated
notes design: confounded: groups and organisations cannot be told apart
notes design: same_people: the same people twice
notes design: pooled: organisations are forgotten: a row that stands beside the primary one
label variable design_reason `"Why this design, in numbers of organisations."'
label variable null `"The null hypothesis that p speaks about."'
label variable sidedness `"Which outcomes count as at least as far out."'
label variable p_low `"Lower end of the Monte Carlo 99% interval of a permutation p. (probability)"'
label variable p_high `"Upper end of the Monte Carlo 99% interval of a permutation p. (probability)"'
label variable p_adjustment `"How p_adjusted was made; empty without one."'
notes p_adjustment: holm: Holm over the family
notes p_adjustment: benjamini_hochberg: Benjamini and Hochberg: few of those let through are expected to be chance
notes p_adjustment: studentized_range: the studentized range of all pairs
notes p_adjustment: max_t: the largest of all statistics over the shuffles
label variable effect_interval `"How the effect’s interval was made; empty without one."'
label variable organisations `"Organisations with a scored person of the groups. (organisations)"'
label variable icc1 `"ICC(1): share of the spread of scores that lies between organisations, over…"'
notes icc1: ICC(1): share of the spread of scores that lies between organisations, over those whose people of the groups are told; empty where these are fewer than half of the people.
label variable design_effect `"How many times larger the variance of a mean is than for unrelated people,…"'
notes design_effect: How many times larger the variance of a mean is than for unrelated people, over the same organisations; 1 or more.
label variable leave_one_out_low `"Smallest effect when each organisation in turn is left out."'
label variable leave_one_out_high `"Largest effect when each organisation in turn is left out."'
label variable dk_effect_low `"Smallest effect if every “don’t know” of one group hid the lowest answer…"'
notes dk_effect_low: Smallest effect if every “don’t know” of one group hid the lowest answer and of the other the highest.
label variable dk_effect_high `"Largest effect if every “don’t know” of one group hid the lowest answer…"'
notes dk_effect_high: Largest effect if every “don’t know” of one group hid the lowest answer and of the other the highest.
label variable n_without_score `"People of the groups without a score on the measure. (people)"'
label variable dk_answers `"“Don’t know” answers of the groups behind the measure. (answers)"'
label variable nfm_answers `"“Not for me” answers of the groups behind the measure. (answers)"'
label variable skipped_answers `"Skipped answers of the groups behind the measure. (answers)"'
label variable not_asked_answers `"Answers of the groups behind the measure that were not asked for. (answers)"'
label variable median_a `"Median of the people of group_a, on the scale of the measure; pairs only.…"'
notes median_a: Median of the people of group_a, on the scale of the measure; pairs only. (units of the measure)
label variable median_b `"Median of the people of group_b, on the scale of the measure; pairs only.…"'
notes median_b: Median of the people of group_b, on the scale of the measure; pairs only. (units of the measure)
label variable effect_by_chance `"What chance alone would make of an effect that is never 0, on average; empty…"'
notes effect_by_chance: What chance alone would make of an effect that is never 0, on average; empty for other effects.
save `"comparisons.dta"', replace

import delimited using `"disclosure.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 4 5 6 7 8 9 10 14) numericcols(11 12 13) clear
label data `"One row per table, per column and reason, and per hidden number of people that i"'
label variable about `"What the row is about. Rows about columns are counted in the tables as they…"'
notes about: What the row is about. Rows about columns are counted in the tables as they are published.
notes about: table: a whole table
notes about: column: cells of one column
notes about: number: one number of people, with what can be inferred about it
label variable table `"The table: the name of its file without .csv."'
label variable column `"The column; empty in a row about a table."'
label variable organisation `"The organisation; empty over all."'
label variable group_by `"The column that groups people; empty for everybody."'
label variable group `"The group; empty for everybody."'
label variable measure `"The measure or the item; empty in a row about a number for all of them: then…"'
notes measure: The measure or the item; empty in a row about a number for all of them: then the number is of everybody in the group.
label variable answer `"The answer, in distributions."'
label variable action `"What was done."'
notes action: audited: nothing in the table leaks by the audit of its sums; groups in it that are not listed are hidden too
notes action: left_out: rows that would name a hidden group are not there; whether there are any is not told
notes action: withheld: empty, because the number is hidden, or the row that it would stand in
notes action: withheld_or_none: empty: withheld, or there is no such number; which is not told
notes action: rounded: told in few digits, as a bound, or without degrees of freedom; a number that is short by itself counts too
label variable why `"Why. Which of the numbers are small is not told, because it would narrow what…"'
notes why: Why. Which of the numbers are small is not told, because it would narrow what they can be.
notes why: sums: so that sums of the table give nothing away
notes why: not_listed: which groups within an organisation, or respondent types, have somebody is not told of hidden ones
notes why: whole_group: the group is hidden with all of its numbers; the row about its people says what can be inferred
notes why: primary_or_complementary: few people, or beside few; which is not told
notes why: primary_class_or_complementary: few people, or people who all gave one answer or have one score, or beside either; which is not told
notes why: primary_class_complementary_or_counts: few people, people who are alike, or beside either, or a mean of one item that would give counts of its answers away; which is not told
notes why: counts_beside_a_mean: an item of which means are told: where one count of a rating may not be told none is
notes why: earlier_release: fewer people than the minimum tell it from what an earlier release of the ledger showed, or it stands beside such a number
notes why: few_answers: a number or share of few answers, or of few people without a score, or beside one
notes why: few_on_a_side: few people on one side of a gap, or beside such a side
notes why: second_equation: it weighs groups in another way than their people, so that it would be a second equation in hidden ones
notes why: spread_over_organisations: it would tell how people of hidden groups are spread over organisations
notes why: numbers_of_organisations: numbers of organisations with people of a group would tell hidden groups
notes why: hidden_organisations: it rests on organisations whose scores are told, and the others are missing
notes why: few_allocations: few people shared out the budget, or few left it out, or it stands beside such a number
label variable cells `"How many cells of the column; only in a row about a column. (cells)"'
label variable low `"The least that the hidden number can be, from all that is shown; only in a…"'
notes low: The least that the hidden number can be, from all that is shown; only in a row about a number. (people)
label variable high `"The most that it can be; empty and suppressed where what would bound it is…"'
notes high: The most that it can be; empty and suppressed where what would bound it is hidden too. (people)
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"disclosure.dta"', replace

import delimited using `"distributions.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 5) numericcols(4) clear
label data `"One row per item, respondent type and answer."'
label variable item `"The item’s code."'
notes item: d01q1: We start work before we agree what should get better for people.
notes item: d01q5: People who use services helped to choose what we measure.
notes item: d02q1: There are too few staff to support people who want to help run services.
notes item: d02q3: There is money set aside to help people take part.
notes item: d03q1: Staff here do things for people, not with them.
notes item: d03q2: What people know from their own lives counts as much as what staff know.
notes item: d04q1: The way services are bought leaves people out.
notes item: d04q4: There is a simple way to tell us what is not working.
notes item: d05q2: People are told what happened because of what they said.
notes item: d05q3: We do not know what local people already do to help each other.
notes item: d06q2: Managers say there is not enough proof that it works.
notes item: d06q3: We know where working together would help people most.
notes item: d07q2: People are not given the help they need to take part.
notes item: d07q3: We know what skills local people would like to share.
notes item: d08q1: Staff think that working with people as equals is not part of their job.
notes item: d08q2: Managers do not give staff enough time to work this way.
notes item: d09q1: Senior leaders speak up for working with people as equals.
notes item: d09q4: Leaders know about the good work people already do together here.
notes item: d10q2: Good projects end when the first money runs out.
notes item: d10q5: There is not enough time to build trust.
notes item: d11q2: We can try out a new idea on a small scale.
notes item: d11q5: People fear their help will be cut if they do more for themselves.
notes item: nowcm: How often do people here do this together: deciding what is needed and what to spend money on?
notes item: nowde: How often do people here do this together: planning how a service should work?
notes item: nowdl: How often do people here do this together: running a service?
notes item: nowas: How often do people here do this together: checking how well things are going?
label variable respondent_type `"The respondent type; all for all types together."'
label variable answer `"A code of the scale, dk, nfm, skipped or not_asked."'
label variable count `"How many people gave the answer. (people)"'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"distributions.dta"', replace

import delimited using `"money-and-need.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 6 7) numericcols(3 4 5) clear
label data `"One row per barrier dimension: how serious it is, and the money on what could re"'
label variable dimension `"The dimension’s code."'
notes dimension: d01: Unclear outcomes being sought
notes dimension: d02: Insufficient resources
notes dimension: d03: Unfavourable culture
notes dimension: d04: Poor processes
notes dimension: d05: Poor communication and inadequate data
notes dimension: d06: Evidence base and business case
notes dimension: d07: Citizen capabilities and time
notes dimension: d08: Professional/managerial/political ownership
notes dimension: d09: Inadequate leadership
notes dimension: d10: Short-termism
notes dimension: d11: Risk aversion
label variable label `"The dimension’s name."'
label variable severity `"100 minus readiness of the cohort, people equal. (points 0–100)"'
label variable money `"Share of the money, organisations equal; a factor that serves several…"'
notes money: Share of the money, organisations equal; a factor that serves several dimensions is split evenly over them. (share 0–1)
label variable money_overlapping `"Share of the money on factors that serve it, each in full; shares overlap and…"'
notes money_overlapping: Share of the money on factors that serve it, each in full; shares overlap and are not summed. (share 0–1)
label variable verdict `"What severity and money say together. A barrier is called serious when its…"'
notes verdict: What severity and money say together. A barrier is called serious when its severity is above the median of all barriers; money matches it when its share is at least an even one. It is “paid for, not a barrier” when the whole range of its severity lies below that median and the factors that serve only barriers that are not serious draw at least an even share; where its range takes in the median, or it has none, that cannot be told. These cuts are a judgement.
notes verdict: funded: a serious barrier with at least an even share of the money
notes verdict: under_funded: a serious barrier with less than an even share of the money
notes verdict: nothing_on_the_list_to_buy: a serious barrier that no factor on the list could relieve
notes verdict: paid_for_not_a_barrier: not serious, with the whole range of its severity, and the factors that serve only such barriers draw an even share or more
notes verdict: cannot_be_told: the same, but the range of its severity takes in the median barrier, so that it may be serious
notes verdict: not_a_barrier: neither serious nor paid for
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"money-and-need.dta"', replace

import delimited using `"organisation-allocations.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 6) numericcols(4 5) clear
label data `"One row per organisation and budget factor: how its own people would spend a bud"'
label variable organisation `"The organisation."'
label variable factor `"The factor’s code."'
notes factor: b01: More frontline staff
notes factor: b02: Training frontline staff on how to make co-production more successful
notes factor: b03: More staff who can enable service users to co-produce
notes factor: b04: More staff who can enable communities to co-produce
notes factor: b05: Supporting service users to do more co-production in the project
notes factor: b06: Supporting communities to do more co-production in the project
notes factor: b07: Connecting service users to communities more effectively
notes factor: b08: Project management
notes factor: b09: Better ICT
notes factor: b10: Better technology (other than ICT)
notes factor: b11: Supporting partners to embed co-production in their working
label variable label `"The factor’s wording."'
label variable respondents `"Its people who shared out the points. (people)"'
label variable mean `"Mean over its people, points as given. (points of 100)"'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"organisation-allocations.dta"', replace

import delimited using `"perception-gaps.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 4 5 13 14 15 17 20 21) numericcols(6 7 8 9 10 11 12 16 18 19) clear
label data `"One row per pair of groups, measure and kind of gap; p is adjusted over all rows"'
label variable by `"The column that groups people."'
label variable group_a `"The first group."'
label variable group_b `"The second group."'
label variable measure `"The measure that is seen differently."'
label variable kind `"What is compared."'
notes kind: level: mean readiness
notes kind: consensus: mean distance from the own group’s median
notes kind: knowledge: share of asked questions answered with “don’t know”
label variable n_a `"People of the first group that count. (people)"'
label variable n_b `"People of the second group that count. (people)"'
label variable value_a `"The first group’s value; percent for knowledge. (points 0–100)"'
label variable value_b `"The second group’s value; percent for knowledge. (points 0–100)"'
label variable difference `"value_a minus value_b. (points)"'
label variable difference_low `"Lower end of its interval at the plan’s level. (points)"'
label variable difference_high `"Upper end of its interval at the plan’s level. (points)"'
label variable interval_method `"How the interval was made; empty without one."'
label variable method `"The test, as in comparisons.csv."'
label variable design `"How organisations entered the test, as in comparisons.csv."'
notes design: within_organisations: groups are compared inside organisations that hold them side by side
notes design: whole_organisations: whole organisations change groups
notes design: one_organisation: one organisation only
notes design: organisations_not_named: no organisation is named: people are taken as unrelated
notes design: confounded: groups and organisations cannot be told apart
notes design: same_people: the same people twice
notes design: pooled: organisations are forgotten: a row that stands beside the primary one
label variable p `"Two-sided p. (probability)"'
label variable p_method `"exact, permutation:count:seed or asymptotic."'
label variable p_smallest `"The smallest p that these group sizes can give, or, where how they are spread…"'
notes p_smallest: The smallest p that these group sizes can give, or, where how they are spread is hidden, a number it is not below; empty where nothing sets a bound. (probability)
label variable p_adjusted `"p adjusted by Holm over all rows of the grouping. (probability)"'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable note `"Why there is no number, or a caution; empty when there is nothing to add."'
save `"perception-gaps.dta"', replace

import delimited using `"priorities.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 8) numericcols(3 4 5 6 7) clear
label data `"One row per barrier dimension, of everybody together and of each organisation: w"'
label variable organisation `"The organisation; empty for everybody together."'
label variable dimension `"The dimension’s code."'
notes dimension: d01: Unclear outcomes being sought
notes dimension: d02: Insufficient resources
notes dimension: d03: Unfavourable culture
notes dimension: d04: Poor processes
notes dimension: d05: Poor communication and inadequate data
notes dimension: d06: Evidence base and business case
notes dimension: d07: Citizen capabilities and time
notes dimension: d08: Professional/managerial/political ownership
notes dimension: d09: Inadequate leadership
notes dimension: d10: Short-termism
notes dimension: d11: Risk aversion
label variable readiness `"Readiness on the dimension. (points 0–100)"'
label variable weight `"The weight under the chosen scheme. (share 0–1)"'
label variable gap `"Points of readiness below the target (plan: target). (points 0–100)"'
label variable priority `"Weight times gap as a share of their sum; the dimensions of an organisation…"'
notes priority: Weight times gap as a share of their sum; the dimensions of an organisation add up to 1, or are 0 at the target. (share 0–1)
label variable top_three `"Share of re-drawings of people (whole organisations for everybody together)…"'
notes top_three: Share of re-drawings of people (whole organisations for everybody together) in which it is among the three highest; ties count in part. Weights are held. (probability)
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"priorities.dta"', replace

import delimited using `"profiles.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(6 41 42 43 66 67 68) numericcols(1 2 3 4 5 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65) clear
label data `"One row per organisation: ranked ones by rank, then the others by name."'
label variable rank `"Rank by readiness, 1 is the readiest; ties share the smallest place."'
label variable rank_low `"Best rank in the marginal confidence set."'
label variable rank_high `"Worst rank in the marginal confidence set."'
label variable band_low `"Best rank in the simultaneous confidence set."'
label variable band_high `"Worst rank in the simultaneous confidence set."'
label variable organisation `"The organisation."'
label variable respondents `"People who answered. (people)"'
label variable readiness `"Overall readiness, every person counting the same. (points 0–100)"'
label variable readiness_low `"Lower end of its interval. (points 0–100)"'
label variable readiness_high `"Upper end of its interval. (points 0–100)"'
label variable co_commission `"Readiness on Co-commission. (points 0–100)"'
label variable co_design `"Readiness on Co-design. (points 0–100)"'
label variable co_deliver `"Readiness on Co-deliver. (points 0–100)"'
label variable co_assess `"Readiness on Co-assess. (points 0–100)"'
label variable map_it `"Readiness on Map it!. (points 0–100)"'
label variable focus_it `"Readiness on Focus it!. (points 0–100)"'
label variable people_it `"Readiness on People it!. (points 0–100)"'
label variable market_it `"Readiness on Market it!. (points 0–100)"'
label variable grow_it `"Readiness on Grow it!. (points 0–100)"'
label variable d01 `"Readiness on “Unclear outcomes being sought”. (points 0–100)"'
label variable d02 `"Readiness on “Insufficient resources”. (points 0–100)"'
label variable d03 `"Readiness on “Unfavourable culture”. (points 0–100)"'
label variable d04 `"Readiness on “Poor processes”. (points 0–100)"'
label variable d05 `"Readiness on “Poor communication and inadequate data”. (points 0–100)"'
label variable d06 `"Readiness on “Evidence base and business case”. (points 0–100)"'
label variable d07 `"Readiness on “Citizen capabilities and time”. (points 0–100)"'
label variable d08 `"Readiness on “Professional/managerial/political ownership”. (points 0–100)"'
label variable d09 `"Readiness on “Inadequate leadership”. (points 0–100)"'
label variable d10 `"Readiness on “Short-termism”. (points 0–100)"'
label variable d11 `"Readiness on “Risk aversion”. (points 0–100)"'
label variable voice `"Readiness on “Voice”. (points 0–100)"'
label variable action `"Readiness on “Action”. (points 0–100)"'
label variable now_cm `"Readiness on “Co-commission: how often now”. (points 0–100)"'
label variable now_de `"Readiness on “Co-design: how often now”. (points 0–100)"'
label variable now_dl `"Readiness on “Co-deliver: how often now”. (points 0–100)"'
label variable now_as `"Readiness on “Co-assess: how often now”. (points 0–100)"'
label variable readiness_types_equal `"Readiness when every roll-up counts the same. (points 0–100)"'
label variable rank_types_equal `"Rank by readiness_types_equal."'
label variable readiness_budget_weighted `"Readiness with dimensions weighted by the budget answers; never sets the…"'
notes readiness_budget_weighted: Readiness with dimensions weighted by the budget answers; never sets the rank. (points 0–100)
label variable rank_budget_weighted `"Rank by readiness_budget_weighted."'
label variable worst_barriers `"The three dimensions with the lowest readiness, worst first, with ties."'
label variable weakest_co `"The Co that is clearly below the others; none when none stands out."'
label variable earliest_weak_step `"The earliest Step that is clearly below the others, or none."'
label variable gap `"Them and us: staff minus citizens, overall readiness. (points)"'
label variable gap_low `"Lower end of its interval. (points)"'
label variable gap_high `"Upper end of its interval. (points)"'
label variable gap_n_staff `"Staff behind the gap. (people)"'
label variable gap_n_citizens `"Citizens behind the gap. (people)"'
label variable growth_cm `"Growth gap: leaders’ rating minus the others’ of how often people do this…"'
notes growth_cm: Growth gap: leaders’ rating minus the others’ of how often people do this together now. (points)
label variable growth_cm_n_leaders `"Leaders behind it. (people)"'
label variable growth_cm_n_others `"Others behind it. (people)"'
label variable growth_de `"Growth gap: leaders’ rating minus the others’ of how often people do this…"'
notes growth_de: Growth gap: leaders’ rating minus the others’ of how often people do this together now. (points)
label variable growth_de_n_leaders `"Leaders behind it. (people)"'
label variable growth_de_n_others `"Others behind it. (people)"'
label variable growth_dl `"Growth gap: leaders’ rating minus the others’ of how often people do this…"'
notes growth_dl: Growth gap: leaders’ rating minus the others’ of how often people do this together now. (points)
label variable growth_dl_n_leaders `"Leaders behind it. (people)"'
label variable growth_dl_n_others `"Others behind it. (people)"'
label variable growth_as `"Growth gap: leaders’ rating minus the others’ of how often people do this…"'
notes growth_as: Growth gap: leaders’ rating minus the others’ of how often people do this together now. (points)
label variable growth_as_n_leaders `"Leaders behind it. (people)"'
label variable growth_as_n_others `"Others behind it. (people)"'
label variable n_commissioner `"People of the roll-up “Commissioners”. (people)"'
label variable n_provider `"People of the roll-up “Providers”. (people)"'
label variable n_third_sector `"People of the roll-up “Third sector”. (people)"'
label variable n_citizen `"People of the roll-up “Citizens”. (people)"'
label variable n_other `"People of the roll-up “Others”. (people)"'
label variable withheld `"Numbers that are withheld, as measure:status, separated by spaces."'
label variable flags `"Cautions about this organisation, separated by semicolons."'
label variable not_ranked_because `"Why the organisation has no rank; empty when it has one."'
save `"profiles.dta"', replace

import delimited using `"scores.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 4 5 6 15 16) numericcols(7 8 9 10 11 12 13 14) clear
label data `"One row per level, group, weighting and measure."'
label variable level `"What the group is."'
notes level: cohort: everybody who answered
notes level: organisation: one organisation
notes level: type: one group of people over all organisations
notes level: organisation_type_cell: one group of people within one organisation
label variable organisation `"The organisation; empty for the cohort and for a type."'
label variable group_by `"The column that groups people; empty for the cohort and organisations."'
label variable group `"The group within that column."'
label variable weighting `"How members count."'
notes weighting: respondents_equal: every person counts the same
notes weighting: types_equal: every roll-up of respondent types counts the same
notes weighting: organisations_equal: every organisation counts the same
label variable measure `"The measure; its row in this codebook says how it is made."'
label variable value `"The score, higher is readier. (points 0–100)"'
label variable low `"Lower end of the interval at the plan’s level. (points 0–100)"'
label variable high `"Upper end of the interval at the plan’s level. (points 0–100)"'
label variable sd `"Standard deviation over people (n − 1). (points)"'
label variable n `"People with a score on the measure. (people)"'
label variable coverage `"Share of the asked answers that were given. Like every share here it is…"'
notes coverage: Share of the asked answers that were given. Like every share here it is withheld where it would tell of few answers. (share 0–1)
label variable dk_rate `"Share of the asked answers that were “don’t know”. (share 0–1)"'
label variable nfm_rate `"Share of the asked answers that were “not for me”. (share 0–1)"'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable withheld `"Numbers of a row with a value that are withheld all the same, as…"'
notes withheld: Numbers of a row with a value that are withheld all the same, as column:status, separated by spaces.
save `"scores.dta"', replace

import delimited using `"weights.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 2 3 7 8) numericcols(4 5 6 9 10 11) clear
label data `"One row per weighting scheme and barrier dimension."'
label variable scheme `"equal, manual, budget (a factor’s points are split over what it serves),…"'
notes scheme: equal, manual, budget (a factor’s points are split over what it serves), budget_overlapping (shares overlap and are not summed), ahp, entropy, critic, pca or benefit_of_the_doubt (the mean of every organisation’s own weights).
label variable dimension `"The dimension’s code."'
notes dimension: d01: Unclear outcomes being sought
notes dimension: d02: Insufficient resources
notes dimension: d03: Unfavourable culture
notes dimension: d04: Poor processes
notes dimension: d05: Poor communication and inadequate data
notes dimension: d06: Evidence base and business case
notes dimension: d07: Citizen capabilities and time
notes dimension: d08: Professional/managerial/political ownership
notes dimension: d09: Inadequate leadership
notes dimension: d10: Short-termism
notes dimension: d11: Risk aversion
label variable label `"The dimension’s name."'
label variable weight `"The weight. (share 0–1)"'
label variable weight_low `"Lower end of its interval. (share 0–1)"'
label variable weight_high `"Upper end of its interval. (share 0–1)"'
label variable crosswalk `"Version of the map from factors to dimensions; empty where none is used."'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
label variable used `"1 for the scheme that the overall score uses, 0 for the others."'
label variable importance `"Measured importance: the share of the overall score’s variance over…"'
notes importance: Measured importance: the share of the overall score’s variance over organisations that the dimension alone accounts for (correlation ratio); empty below eight organisations. A weight is a trade-off and not importance. (share 0–1)
label variable importance_linear `"The squared linear correlation of dimension and overall score over…"'
notes importance_linear: The squared linear correlation of dimension and overall score over organisations. (share 0–1)
save `"weights.dta"', replace

import delimited using `"whose-weights.csv"', varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) ///
  stringcols(1 10 12 13 14) numericcols(2 3 4 5 6 7 8 9 11) clear
label data `"One row per organisation: whose budget allocations, as weights, would put it fir"'
label variable organisation `"The organisation."'
label variable judges `"People whose allocation reaches a dimension. (people)"'
label variable share_first `"Share of them under whose own weights the organisation is first; ties count…"'
notes share_first: Share of them under whose own weights the organisation is first; ties count in part. (share 0–1)
label variable share_top_quarter `"Share of them under whose own weights it is in the top quarter. (share 0–1)"'
label variable budget_rank `"Rank under the mean of the organisations’ allocations."'
label variable budget_rank_without_own `"Rank when its own people’s allocations are left out of the weights; empty…"'
notes budget_rank_without_own: Rank when its own people’s allocations are left out of the weights; empty where they are few.
label variable peers `"Other organisations whose own mean allocation may be shown. (organisations)"'
label variable share_first_peers `"Share of these under whose mean allocation, as weights, the organisation is…"'
notes share_first_peers: Share of these under whose mean allocation, as weights, the organisation is first; ties count in part. (share 0–1)
label variable share_top_quarter_peers `"Share of these under whose mean allocation it is in the top quarter. (share…"'
notes share_top_quarter_peers: Share of these under whose mean allocation it is in the top quarter. (share 0–1)
label variable next_above `"The organisation next above it by budget_rank; empty for the first."'
label variable points_to_pass `"Fewest points, in steps of five, to move in the mean of the organisations’…"'
notes points_to_pass: Fewest points, in steps of five, to move in the mean of the organisations’ allocations for it to pass next_above; empty where no move does. (points of 100)
label variable pass_to `"The factor that would receive these points."'
label variable pass_from `"The factors that would give them, separated by spaces."'
label variable status `"Why there is a number or none."'
notes status: ok: the number is published
notes status: suppressed: hidden, because too few people stand behind it or behind a number beside it
notes status: not_asked: not asked
notes status: too_few_answers: too few answers
notes status: too_few_people: too few people
notes status: no_variation: everybody answered alike
notes status: views_split: views are too far apart for one level
notes status: separated: a group separates high from low answers, so a model has no estimate
notes status: not_testable: the comparison cannot be made
save `"whose-weights.dta"', replace
