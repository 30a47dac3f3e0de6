// SPDX-License-Identifier: GPL-3.0-or-later
#include "filling.hpp"

#include <algorithm>
#include <utility>

namespace poise {

namespace {

/// A drill with the doses between which it may be moved to fit.
struct Fitted {
    const Part* part = nullptr;
    Dose least, wanted, most;
    Duration shortest{}, longest{};
};

constexpr int most_rounds = 3; // few drills must fill a long session by more sets

/// How far doses may move from the plan's load in order to fit, and how many rounds are tried.
struct Leeway {
    int loads = 1;
    int rounds = 1;
};

Fitted fitted(const Part& part, const Intensity& intensity, const Leeway& leeway) {
    const DoseRange& range = part.drill->dose;
    Fitted fit{&part, dose_at(range, std::max(intensity.load - leeway.loads, 0), leeway.rounds),
               dose_at(range, intensity.load, leeway.rounds),
               dose_at(range, std::min(intensity.load + leeway.loads, most_load), leeway.rounds)};
    fit.least.rounds = fit.most.rounds = fit.wanted.rounds;
    fit.shortest = length_of(fit.least, range);
    fit.longest = length_of(fit.most, range);
    return fit;
}

/// `E2.chair` is a version of `E2`, and so is `E2.wall`: each is enough.
std::string_view root_of(const Drill& drill) { return std::string_view{drill.id}.substr(0, drill.id.find('.')); }

bool are_versions_of_one(const Drill& one, const Drill& other, const Guide& guide) {
    return root_of(one) == root_of(other) && find_drill(guide, root_of(one));
}

/// Looks for the first set of drills whose shortest and longest lengths enclose the one asked for.
class Search {
public:
    Search(const Guide& guide, const std::vector<Fitted>& choice, std::span<const Movement> needed, Duration length)
        : guide_{guide}, choice_{choice}, needed_{needed.begin(), needed.end()}, length_{length} {
        // What no drill has cannot be asked for.
        std::erase_if(needed_, [&](Movement movement) {
            return std::ranges::none_of(choice_, [&](const Fitted& fit) { return moves(*fit.part->drill, movement); });
        });
    }

    /// `shortest` and `longest` are those of `count` drills that are in it anyway.
    [[nodiscard]] bool find(std::size_t from, Duration shortest, Duration longest, std::size_t count) {
        if (shortest + room_needed(from, count) > length_ + length_tolerance || ++looked_at_ > patience) return false;
        if (longest >= length_ - length_tolerance && count > 0 && has_what_is_needed()) return true;
        for (std::size_t i = from; i < choice_.size(); ++i) {
            if (has_a_version_of(*choice_[i].part->drill)) continue;
            const Duration change = count > 0 ? change_over : Duration::zero();
            chosen_.push_back(&choice_[i]);
            if (find(i + 1, shortest + change + choice_[i].shortest, longest + change + choice_[i].longest,
                     count + 1)) {
                return true;
            }
            chosen_.pop_back();
        }
        return false;
    }
    [[nodiscard]] const std::vector<const Fitted*>& chosen() const { return chosen_; }

private:
    static constexpr int patience = 20'000; // sets; a guide has some dozens of drills, a session a handful

    const Guide& guide_;
    const std::vector<Fitted>& choice_;
    std::vector<Movement> needed_;
    Duration length_;
    std::vector<const Fitted*> chosen_;
    int looked_at_ = 0;

    [[nodiscard]] bool has_a_version_of(const Drill& drill) const {
        return std::ranges::any_of(
            chosen_, [&](const Fitted* fit) { return are_versions_of_one(*fit->part->drill, drill, guide_); });
    }
    [[nodiscard]] bool is_chosen(Movement movement) const {
        return std::ranges::any_of(chosen_, [&](const Fitted* fit) { return moves(*fit->part->drill, movement); });
    }
    [[nodiscard]] bool has_what_is_needed() const {
        return std::ranges::all_of(needed_, [&](Movement movement) { return is_chosen(movement); });
    }
    /// What the session must at least still hold, so that it is not filled with other drills first.
    [[nodiscard]] Duration room_needed(std::size_t from, std::size_t count) const {
        Duration room{};
        for (const Movement movement : needed_) {
            if (is_chosen(movement)) continue;
            Duration least = Duration::max() / 2;
            for (std::size_t i = from; i < choice_.size(); ++i) {
                if (moves(*choice_[i].part->drill, movement)) least = std::min(least, choice_[i].shortest);
            }
            room = std::max(room, least + (count > 0 ? change_over : Duration::zero()));
        }
        return room;
    }
};

Duration length_of(const std::vector<FilledPart>& parts) {
    Duration length = parts.empty() ? Duration::zero() : (static_cast<int>(parts.size()) - 1) * change_over;
    for (const FilledPart& part : parts) length += length_of(part.dose, part.drill->dose);
    return length;
}

/// From the wanted doses step by step towards the length, all drills in turn.
std::vector<FilledPart> with_doses(const std::vector<const Fitted*>& fits, Duration length) {
    std::vector<FilledPart> parts;
    for (const Fitted* fit : fits) parts.push_back({fit->part->drill, fit->part->rule, fit->wanted});
    const auto step_all = [&](auto is_off, auto step) {
        bool moved = true;
        while (moved && is_off()) {
            moved = false;
            for (std::size_t i = 0; i < parts.size() && is_off(); ++i) moved = step(parts[i], *fits[i]) || moved;
        }
    };
    constexpr Duration near_enough = std::chrono::seconds{5};
    step_all([&] { return length_of(parts) + near_enough < length; },
             [](FilledPart& part, const Fitted& fit) { return lengthen(part.dose, fit.most); });
    step_all([&] { return length_of(parts) > length + near_enough; },
             [](FilledPart& part, const Fitted& fit) { return shorten(part.dose, fit.least); });
    return parts;
}

std::vector<Fitted> all_fitted(std::span<const Part> parts, const Intensity& intensity, const Leeway& leeway) {
    std::vector<Fitted> fits;
    for (const Part& part : parts) fits.push_back(fitted(part, intensity, leeway));
    return fits;
}

} // namespace

std::optional<std::vector<FilledPart>> Filling::fill_with(const Wish& wish, int loads, int rounds) const {
    const Leeway leeway{loads, rounds};
    const auto first = all_fitted(wish.before, intensity_, leeway);
    const auto last = all_fitted(wish.after, intensity_, leeway);
    const auto middle = all_fitted(wish.choice, intensity_, leeway);
    Duration shortest{};
    Duration longest{};
    std::size_t count = 0;
    for (const auto* fits : {&first, &last}) {
        for (const Fitted& fit : *fits) {
            const Duration change = count++ > 0 ? change_over : Duration::zero();
            shortest += change + fit.shortest;
            longest += change + fit.longest;
        }
    }
    Search search{guide_, middle, wish.needed, length_};
    if (!search.find(0, shortest, longest, count)) return std::nullopt;
    std::vector<const Fitted*> fits;
    for (const Fitted& fit : first) fits.push_back(&fit);
    fits.insert(fits.end(), search.chosen().begin(), search.chosen().end());
    for (const Fitted& fit : last) fits.push_back(&fit);
    return with_doses(fits, length_);
}

std::optional<std::vector<FilledPart>> Filling::fill(const Wish& wish) const {
    std::vector<int> rounds_to_try;
    for (int rounds = intensity_.rounds; rounds >= 1; --rounds) rounds_to_try.push_back(rounds);
    for (int rounds = intensity_.rounds + 1; rounds <= most_rounds; ++rounds) rounds_to_try.push_back(rounds);
    for (const int rounds : rounds_to_try) {
        for (const int loads : {1, 2, most_load}) {
            if (auto filled = fill_with(wish, loads, rounds)) return filled;
        }
    }
    return std::nullopt;
}

std::vector<FilledPart> Filling::as_much_as_fits(const Wish& wish) const {
    std::vector<FilledPart> filled;
    for (const auto parts : {wish.before, wish.choice, wish.after}) {
        for (const Part& part : parts) {
            filled.push_back({part.drill, part.rule, dose_at(part.drill->dose, 0, 1)});
            if (filled.size() > 1 && length_of(filled) > length_ + length_tolerance) filled.pop_back();
        }
    }
    return filled;
}

} // namespace poise
