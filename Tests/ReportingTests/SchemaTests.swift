import Reporting
import Statistics
import Tabular
import Testing

@testable import Readiness

/// The columns are a promise to scripts that read the files: they are written out here, as in the specification.
struct SchemaTests {
  @Test func `columns of the long tables`() {
    func names<Row>(_ schema: Schema<Row>) -> String { schema.columns.map(\.name).joined(separator: ",") }
    #expect(
      names(ScoreRow.schema)
        == "level,organisation,group_by,group,weighting,measure,value,low,high,sd,n,coverage,dk_rate,nfm_rate,status,"
        + "withheld")
    #expect(
      names(AllocationRow.schema)
        == "factor,label,respondents,mean,mean_low,mean_high,median,share_zero,rank,organisations,organisation_mean,"
        + "organisation_low,organisation_high,organisation_rank,mean_low_together,mean_high_together,"
        + "organisation_low_together,organisation_high_together,median_rank,rank_less_one_person_low,"
        + "rank_less_one_person_high,rank_less_one_organisation_low,rank_less_one_organisation_high,"
        + "geometric_mean_small_fill,geometric_mean_large_fill,frechet_mean,status,withheld")
    #expect(names(OrganizationAllocationRow.schema) == "organisation,factor,label,respondents,mean,status")
    #expect(
      names(WhoseWeightsRow.schema)
        == "organisation,judges,share_first,share_top_quarter,budget_rank,budget_rank_without_own,peers,share_first_peers,"
        + "share_top_quarter_peers,next_above,points_to_pass,pass_to,pass_from,status")
    #expect(
      names(AllocationSummaryRow.schema)
        == "average,units,leaders,followers,leading,following,points_to_tie,changes_without_one_person,"
        + "changes_without_one_organisation,effective_number,factors_used,concentration,even_splits,one_factor,"
        + "few_factors,status,withheld")
    #expect(
      names(MoneyAndNeedRow.schema) == "dimension,label,severity,money,money_overlapping,verdict,status")
    #expect(
      names(WeightRow.schema)
        == "scheme,dimension,label,weight,weight_low,weight_high,crosswalk,status,used,importance,importance_linear")
    #expect(
      names(Comparison.schema)
        == "family,measure,by,group_a,group_b,n_a,n_b,primary,method,statistic,df,p,p_method,p_smallest,p_adjusted,"
        + "effect_name,effect,effect_low,effect_high,status,note,design,design_reason,null,sidedness,p_low,p_high,"
        + "p_adjustment,effect_interval,organisations,icc1,design_effect,leave_one_out_low,leave_one_out_high,"
        + "dk_effect_low,dk_effect_high,n_without_score,dk_answers,nfm_answers,skipped_answers,not_asked_answers,"
        + "median_a,median_b,effect_by_chance")
    #expect(
      names(PerceptionGap.schema)
        == "by,group_a,group_b,measure,kind,n_a,n_b,value_a,value_b,difference,difference_low,difference_high,"
        + "interval_method,method,design,p,p_method,p_smallest,p_adjusted,status,note")
    #expect(
      names(RankRow.schema)
        == "organisation,n,readiness,readiness_low,readiness_high,standard_error,comparison_low,comparison_high,rank,"
        + "rank_low,rank_high,band_low,band_high,p_first,p_first_quarter,sucra,draw_rank_05,draw_rank_25,draw_rank_50,"
        + "draw_rank_75,draw_rank_95,shrunken,shrunken_se,shrunken_kept,shrunken_rank,funnel_low,funnel_high,funnel_place,"
        + "held_below,held_below_difference,held_below_needed,nearest_tie,nearest_tie_difference,nearest_tie_needed,"
        + "further_people,clearly_above,failed_above,clearly_below,views_split")
    #expect(
      names(ReliabilityRow.schema)
        == "measure,parts,items,n,n_incomplete,alpha,alpha_feldt_low,alpha_feldt_high,alpha_bonett_low,alpha_bonett_high,"
        + "alpha_standardized,mean_correlation,omega,omega_name,floor,ceiling,status,withheld,note")
    #expect(
      names(ReliabilityItemRow.schema)
        == "measure,part,item_rest,alpha_without,closest_other,closest_other_r,own_is_closest,status")
    #expect(
      names(StructureRow.schema)
        == "scope,items,n,n_needed,correlations,kmo,bartlett,bartlett_df,bartlett_p,first_eigenvalue,first_threshold,"
        + "first_share,factors,factors_expected,factors_map,loading_low,loading_high,residual,estimator,status,note")
    #expect(
      names(AgreementRow.schema)
        == "level,organisation,measure,n,items,rwg_uniform,rwg_skewed,rwg_star_uniform,rwg_star_skewed,awg,ad_mean,"
        + "ad_median,ad_limit,deviation,views,icc1,icc1_low,icc1_high,icc2,icc2_low,icc2_high,organisations,k0,"
        + "design_effect,krippendorff,krippendorff_low,krippendorff_high,units,status")
    #expect(names(QualityRow.schema) == "mark,respondent_type,n,marked,share,status")
    #expect(
      names(QualityHeadlineRow.schema)
        == "measure,value,low,high,n,value_without,low_without,high_without,n_without,difference,status")
    #expect(names(ParticipationRow.schema) == "organisation,respondent_type,invited,answered,rate,status")
    #expect(
      names(GapShareRow.schema)
        == "organisation,breakdown,part,gap,points,share,share_low,share_high,p_largest,status")
    #expect(
      names(RobustnessRow.schema)
        == "organisation,rank,rank_05,rank_25,rank_50,rank_75,rank_95,mean_shift,share_same,share_first,cause_sampling,"
        + "cause_weights,cause_method,cause_sampling_low,cause_sampling_high,"
        + "cause_weights_low,cause_weights_high,cause_method_low,cause_method_high")
    #expect(
      names(SensitivityRow.schema)
        == "organisation,input,alternatives,first,first_low,first_high,total,total_low,total_high,total_half,status")
    #expect(
      names(WaveChange.schema)
        == "family,measure,first,second,n_twice,n_only_first,n_only_second,units,change,change_low,change_high,"
        + "standard_error,df,status,change_clear_from,change_found_from,twice_change,twice_change_low,twice_change_high,"
        + "twice_standard_error,twice_df,twice_status,once_change,once_change_low,once_change_high,once_standard_error,"
        + "once_df,once_status")
    #expect(
      names(BenchmarkRow.schema)
        == "organisation,family,measure,n,value,standard_error,peers,peer_n,peer_mean,peer_sd,percentile,percentile_low,"
        + "percentile_high,percentile_status,peers_below,peers_above,difference,difference_low,difference_high,"
        + "difference_low_together,difference_high_together,place,peer_set,status,note")
    #expect(
      names(RankPair.schema) == "first,second,difference,standard_error,p_above,told_apart,needed")
  }

  @Test func `profiles begin with rank, readiness, Co's and Steps`() throws {
    let instrument = try SampleAssessment.instrument()
    let schema = ReadinessProfile.schema(for: instrument, measures: instrument.measures)
    let names = schema.columns.map(\.name)
    #expect(
      names.prefix(19).joined(separator: ",")
        == "rank,rank_low,rank_high,band_low,band_high,organisation,respondents,readiness,readiness_low,readiness_high,"
        + "co_commission,co_design,co_deliver,co_assess,map_it,focus_it,people_it,market_it,grow_it")
    #expect(names.allSatisfy { $0.count <= 32 })
    #expect(names.suffix(3) == ["withheld", "flags", "not_ranked_because"])
  }

  @Test func `a limit distribution has no smallest p, and every effect is explained`() throws {
    func row(_ p: PValue) -> Comparison {
      Comparison(
        family: "overall", measure: "overall", by: "roll_up", groupA: "a", groupB: "b", nA: 9, nB: 9, primary: false,
        method: "welch", statistic: 1, degreesOfFreedom: 9, p: p, pAdjusted: nil, effect: nil, status: .ok, note: "")
    }
    let limit = try WelchTest(ValueCounts(groups: [[1, 2, 3], [2, 4, 7]]), null: .asymptotic).pValue
    let exact = try WelchTest(ValueCounts(groups: [[1, 2, 3], [4, 5, 6]]), null: .exact).pValue
    let table = try Table(
      name: "comparisons.csv", bytes: Comparison.schema.csv(rows: [row(limit), row(exact)]))
    let smallest = try #require(table.column(named: "p_smallest"))
    #expect(table.records.map { Double($0.cells[smallest]).map { Int(($0 * 20).rounded()) } } == [nil, 2])
    let effect = try #require(Comparison.schema.columns.first { $0.name == "effect_name" })
    for name in ["matched_pairs_rank_biserial", "share_of_changes_that_rose", "mean_change"] {
      #expect(effect.categories.contains { $0.value == name })
    }
  }

  @Test func `a withheld number is an empty cell and a word`() throws {
    let assessment = try SampleAssessment.make()
    let schema = ReadinessProfile.schema(for: assessment.instrument, measures: assessment.measures)
    let table = try Table(name: "profiles.csv", bytes: schema.csv(rows: assessment.profiles))
    let hidden = try #require(table.records.last)
    func cell(_ name: String) -> String? { table.column(named: name).map { hidden.cells[$0] } }
    #expect(cell("organisation") == "Tiny Trust")
    #expect(cell("readiness") == "")
    #expect(cell("respondents") == "")
    #expect(cell("n_citizen") == "")
    let withheld = try #require(cell("withheld")).split(separator: " ")
    #expect(withheld.contains("readiness:suppressed"))
    #expect(withheld.contains("d01:suppressed"))
    #expect(withheld.contains("gap:suppressed"))
    #expect(withheld.contains("n_citizen:suppressed"))
    let shown = table.records[0].cells
    #expect(shown[try #require(table.column(named: "gap_n_citizens"))] == "12")
    #expect(shown[try #require(table.column(named: "n_citizen"))] == "12")
    #expect(shown[try #require(table.column(named: "worst_barriers"))] == "d03 d10 d01")
    #expect(shown[try #require(table.column(named: "earliest_weak_step"))] == "none")
    #expect(shown[try #require(table.column(named: "withheld"))] == "")
  }

  @Test func `rows set aside keep their cells, whatever the headings of their files`() throws {
    let fault = Fault("x", file: "a.csv", row: 2, column: "q", message: "found “7”")
    let rows = [
      SetAsideRow(file: "a.csv", row: 2, cells: ["1", "7", "8"], headings: ["id", "q", "q"], faults: [fault]),
      SetAsideRow(
        file: "b.csv", row: 3, cells: ["2", "z", "extra"], headings: ["id", "file"], faults: [fault, fault]),
    ]
    let text = String(decoding: SetAsideRow.schema(of: rows).csv(rows: rows), as: UTF8.self)
    #expect(
      text == """
        file,row,faults,id,q,q_2,file_2,column_3
        a.csv,2,a.csv:2:q: error: found “7” [x],1,7,8,,
        b.csv,3,"a.csv:2:q: error: found “7” [x]
        a.csv:2:q: error: found “7” [x]",2,,,z,extra

        """)
  }

  @Test func `the codebook has every column, measure and item once`() throws {
    let instrument = try SampleAssessment.instrument("barriers-full")
    let rows = Codebook(instrument: instrument, measures: instrument.measures).rows
    let keys = rows.map { "\($0.file)/\($0.kind)/\($0.variable)" }
    #expect(Set(keys).count == keys.count)
    for measure in instrument.measures { #expect(keys.contains("/measure/\(measure.id)")) }
    for item in instrument.ratings { #expect(keys.contains("/item/\(item.code)")) }
    for column in ScoreRow.schema.columns { #expect(keys.contains("scores.csv/column/\(column.name)")) }
    #expect(rows.allSatisfy { $0.labels["en"]?.isEmpty == false && !$0.meaning.isEmpty })
  }
}
