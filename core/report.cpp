// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/report.hpp"

#include <algorithm>
#include <numeric>

namespace poise {

namespace {

using std::chrono::seconds;

/// Whole seconds for each part, with the sum of them what the sum of the parts rounds to (largest remainder).
std::vector<std::int64_t> whole_seconds(const std::vector<Duration>& parts) {
    const Duration sum = std::accumulate(parts.begin(), parts.end(), Duration{});
    std::vector<std::int64_t> whole;
    std::vector<std::pair<Duration, std::size_t>> remainders;
    std::int64_t missing = std::chrono::round<seconds>(sum).count();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto floor = std::chrono::floor<seconds>(parts[i]);
        whole.push_back(floor.count());
        missing -= floor.count();
        if (parts[i] != floor) remainders.emplace_back(parts[i] - floor, i);
    }
    std::ranges::stable_sort(remainders, std::greater{}, &std::pair<Duration, std::size_t>::first);
    for (std::size_t i = 0; i < remainders.size() && missing > 0; ++i, --missing) whole[remainders[i].second] += 1;
    return whole;
}

struct AddingUp {
    Days& days;
    const Stamp& at;
    int sign; // -1 takes back what an open span said before

    DayTotals& today() const { return days[day_of(at)]; }

    void operator()(const Bout& bout) const {
        for (const auto& cell : bout.cells) {
            auto& day = days[cell.day];
            const Duration length = cell.working + cell.passive + cell.resting;
            day.working += sign * cell.working;
            day.passive += sign * cell.passive;
            day.resting += sign * cell.resting;
            day.hours[static_cast<std::size_t>(cell.hour)] += sign * length;
            (bout.posture == Posture::sitting ? day.sitting : day.standing) += sign * length;
            day.keys += sign * cell.keys;
            day.clicks += sign * cell.clicks;
            if (bout.input_counted) day.input_counted = true;
        }
        if (sign > 0 && bout.end != SpanEnd::open) count_bout(days[day_of(bout.began)], bout);
    }
    static void count_bout(DayTotals& day, const Bout& bout) {
        if (bout.posture != Posture::sitting) return;
        const Duration length = length_of(bout);
        day.longest_sit_bout = std::max(day.longest_sit_bout, length);
        if (length > long_sit_bout) day.sit_bouts_over_45min += 1;
    }
    void operator()(const Unseen& unseen) const {
        for (const auto& part : unseen.days) days[part.day].unknown += sign * part.length;
    }
    void operator()(const Absence& absence) const {
        for (const auto& part : absence.days) days[part.day].away += part.length;
    }
    void operator()(const PromptOutcome& outcome) const {
        // Taken back before anybody saw it: nothing counts that was not shown.
        if (outcome.outcome == Outcome::withdrawn && !outcome.shown) return;
        today().kinds[index(outcome.kind)].outcomes[index(outcome.outcome)] += 1;
        if (outcome.outcome == Outcome::withdrawn) return;
        for (const Lever lever : all_levers) {
            if (!outcome.levers[index(lever)]) continue;
            auto& totals = today().levers[index(lever)];
            totals.due += 1;
            if (outcome.outcome == Outcome::taken) totals.taken += 1;
            if (outcome.outcome == Outcome::partial) totals.partial += 1;
        }
    }
    void operator()(const Snooze& snooze) const { today().kinds[index(snooze.kind)].snoozes += 1; }
    void operator()(const Rest& rest) const { today().kinds[index(rest.kind)].rests += 1; }
    void operator()(const PostureChange&) const { today().posture_changes += 1; }
    void operator()(const Checkin& checkin) const {
        if (checkin.function) today().function = checkin.function;
        if (!checkin.pain) return;
        const auto since_midnight = local_time(at) - LocalTime{day_of(at)};
        const int hour = static_cast<int>(since_midnight / std::chrono::hours{1});
        today().pains.push_back({hour, *checkin.pain, checkin.sat_for});
    }
    void operator()(const Freer& freer) const { today().freer = freer.yes; }
    void operator()(const PlanChange& change) const {
        if (change.plan != change.before) today().plan_changes.push_back(change.why);
    }
    void operator()(const KeyTask&) const {}
    void operator()(const LeversChosen&) const {}
    void operator()(const FlareChange&) const {}
    void operator()(const Noted& noted) const {
        // What the person has seen happen, and a report that tells of reports.
        if (noted.notice == stopped_for_pain || noted.notice == week_told || noted.notice == introduction_shown) return;
        today().notices.push_back(noted.notice);
    }
    void operator()(const Offered&) const {}
    void operator()(const Shown&) const {}
    void operator()(const BreakStarted&) const {}
    void operator()(const HoldChange&) const {}
    void operator()(const Pause&) const {}
    void operator()(const CivilTimeSet&) const {}
    void operator()(const Safety&) const {} // R5: in no report
    void operator()(const DriverChosen&) const {}
};

class Mean {
public:
    void add(double value) {
        sum_ += value;
        ++count_;
    }
    [[nodiscard]] std::optional<double> value() const {
        return count_ == 0 ? std::nullopt : std::optional{sum_ / count_};
    }

private:
    double sum_ = 0;
    int count_ = 0;
};

std::string bout_length_class(Duration sat_for) {
    using std::chrono::minutes;
    if (sat_for < minutes{30}) return "0-30";
    if (sat_for < minutes{45}) return "30-45";
    return sat_for < minutes{60} ? "45-60" : "60+";
}

void add_pains(Report& report, const std::vector<PainRecord>& pains) {
    Mean all;
    std::map<int, Mean> by_hour;
    std::map<std::string, Mean> by_bout_length;
    for (const auto& record : pains) {
        all.add(record.pain);
        by_hour[record.hour].add(record.pain);
        if (record.sat_for) by_bout_length[bout_length_class(*record.sat_for)].add(record.pain);
    }
    report.pain_mean = all.value();
    for (const auto& [hour, mean] : by_hour) report.pain_by_hour[hour] = *mean.value();
    for (const auto& [length, mean] : by_bout_length) report.pain_by_bout_length[length] = *mean.value();
}

/// F2, F3, F4, F7
void add_how_it_goes(Report& report, Day day, const DayTotals& totals) {
    for (std::size_t i = 0; i < lever_count; ++i) {
        report.levers[i].due += totals.levers[i].due;
        report.levers[i].taken += totals.levers[i].taken;
        report.levers[i].partial += totals.levers[i].partial;
    }
    if (totals.function) report.function_weeks[iso_week(day)] = *totals.function;
    if (totals.freer) (*totals.freer ? report.freer_yes : report.freer_no) += 1;
    report.plan_changes.insert(report.plan_changes.end(), totals.plan_changes.begin(), totals.plan_changes.end());
}

} // namespace

void add_up(Days& days, const Fact& fact, const Fact* before) {
    if (before) std::visit(AddingUp{days, before->at, -1}, before->body);
    std::visit(AddingUp{days, fact.at, 1}, fact.body);
}

std::vector<Day> days_of(const Fact& fact) {
    std::vector<Day> days{day_of(fact.at)};
    if (const auto* bout = std::get_if<Bout>(&fact.body)) {
        days.push_back(day_of(bout->began));
        for (const auto& cell : bout->cells) days.push_back(cell.day);
    } else if (const auto* unseen = std::get_if<Unseen>(&fact.body)) {
        for (const auto& part : unseen->days) days.push_back(part.day);
    } else if (const auto* absence = std::get_if<Absence>(&fact.body)) {
        for (const auto& part : absence->days) days.push_back(part.day);
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::optional<double> coverage(const KindTotals& totals) {
    if (totals.due() == 0) return std::nullopt;
    return (totals.of(Outcome::taken) + totals.of(Outcome::natural) + totals.of(Outcome::partial) / 2.0) / totals.due();
}

std::optional<double> adherence(const KindTotals& totals) {
    const int asked = totals.due() - totals.of(Outcome::natural);
    if (asked == 0) return std::nullopt;
    return (totals.of(Outcome::taken) + totals.of(Outcome::partial) / 2.0) / asked;
}

Report make_report(const Days& all, Day from, Day to, std::string zone, const Bout* open, std::string key_task) {
    Report report;
    report.from = from;
    report.to = to;
    report.zone = std::move(zone);
    report.key_task = std::move(key_task);
    if (iso_week(from) == iso_week(to)) report.week = iso_week(from);

    Days days(all.lower_bound(from), all.upper_bound(to));
    if (open && from <= day_of(open->began) && day_of(open->began) <= to) {
        AddingUp::count_bout(days[day_of(open->began)], *open);
    }
    DayTotals sum;
    std::vector<Duration> hours;
    for (Day day = from; day <= to; day += std::chrono::days{1}) {
        const DayTotals& totals = days[day];
        for (std::size_t k = 0; k < kind_count; ++k) {
            for (std::size_t o = 0; o < outcome_count; ++o) {
                report.by_kind[k].outcomes[o] += totals.kinds[k].outcomes[o];
            }
            report.by_kind[k].snoozes += totals.kinds[k].snoozes;
            report.by_kind[k].rests += totals.kinds[k].rests;
        }
        hours.insert(hours.end(), totals.hours.begin(), totals.hours.end());
        sum.working += totals.working;
        sum.passive += totals.passive;
        sum.resting += totals.resting;
        sum.away += totals.away;
        sum.unknown += totals.unknown;
        sum.sitting += totals.sitting;
        sum.standing += totals.standing;
        sum.longest_sit_bout = std::max(sum.longest_sit_bout, totals.longest_sit_bout);
        report.sit_bouts_over_45min += totals.sit_bouts_over_45min;
        report.posture_changes += totals.posture_changes;
        report.input_counted = report.input_counted || totals.input_counted;
        report.keys += totals.keys;
        report.clicks += totals.clicks;
        sum.pains.insert(sum.pains.end(), totals.pains.begin(), totals.pains.end());
        add_how_it_goes(report, day, totals);
        report.notices.insert(report.notices.end(), totals.notices.begin(), totals.notices.end());
    }

    const auto by_presence = whole_seconds({sum.working, sum.passive, sum.resting});
    report.working_s = by_presence[0];
    report.passive_s = by_presence[1];
    report.resting_s = by_presence[2];
    const auto by_posture = whole_seconds({sum.sitting, sum.standing});
    report.sit_s = by_posture[0];
    report.stand_s = by_posture[1];
    report.away_s = std::chrono::round<seconds>(sum.away).count();
    report.unknown_s = std::chrono::round<seconds>(sum.unknown).count();
    report.longest_sit_bout_s = std::chrono::floor<seconds>(sum.longest_sit_bout).count();

    const auto by_hour = whole_seconds(hours);
    report.by_hour.resize(by_hour.size() / 24);
    for (std::size_t i = 0; i < by_hour.size(); ++i) report.by_hour[i / 24][i % 24] = by_hour[i];

    KindTotals all_kinds_together;
    for (const auto& totals : report.by_kind) {
        for (std::size_t o = 0; o < outcome_count; ++o) all_kinds_together.outcomes[o] += totals.outcomes[o];
    }
    report.coverage = coverage(all_kinds_together);
    report.adherence = adherence(all_kinds_together);
    add_pains(report, sum.pains);
    return report;
}

} // namespace poise
