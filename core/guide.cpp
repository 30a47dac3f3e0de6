// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/guide.hpp"

#include <algorithm>

namespace poise {

const Drill* find_drill(const Guide& guide, std::string_view id) {
    const auto found = std::ranges::find(guide.drills, id, &Drill::id);
    return found == guide.drills.end() ? nullptr : &*found;
}

const RedFlag* find_red_flag(const Guide& guide, std::string_view id) {
    const auto found = std::ranges::find(guide.red_flags, id, &RedFlag::id);
    return found == guide.red_flags.end() ? nullptr : &*found;
}

Guide built_in_guide() {
    using enum Kind;
    Guide guide;
    guide.drills = {
        {"C1", "Posture cue",
         "Rest your hands; let the ribs sink, draw the chin in a little, shoulder blades back and down.", microbreak,
         "C1"},
        {"E10", "Rows", "Ten rows against your body's weight, or ten band pulls.", snack, "E10"},
        {"E8", "Thoracic rotation",
         "Sit or stand tall, turn the ribs to one side and hold 15 to 30 seconds; then the other.", mobility, "E8"},
        {"E11", "Rows and overhead reach", "Rows, then slow overhead reaches, in good form and without pain.", strength,
         "E11"},
        {"E14", "Diaphragmatic breathing", "Breathe into the lower ribs and let each breath out slowly.", breath,
         "E14"},
    };
    using enum Care;
    guide.red_flags = {
        // R1: emergency care in the source
        {"significant_trauma", "Did the pain begin after a serious fall, crash or blow?", emergency},
        {"neurological_deficit", "Do you have new trouble with movement, feeling or coordination?", emergency},
        {"leg_weakness", "Is there weakness in your legs?", emergency},
        {"leg_numbness", "Is there numbness in your legs?", emergency},
        {"incontinence", "Have you suddenly lost control of bladder or bowel?", emergency},
        {"chest_pressure", "Is there pressure or tightness in your chest together with the pain?", emergency},
        {"breathlessness", "Are you short of breath together with the pain?", emergency},
        // R1 (D): raised to it, on the careful side
        {"cold_sweats", "Do you have cold sweats together with back pain?", emergency},
        {"jaw_or_shoulder_pain", "Does your jaw or shoulder hurt together with your back?", emergency},
        {"unusual_fatigue", "Are you unusually exhausted, together with back pain?", emergency},
        {"upper_abdominal_pain",
         "Is there severe pain in the upper belly that goes through to the back, with vomiting or fever?", emergency},
        // R2: see a doctor
        {"night_pain", "Does pain at night persist and not let up?", medical_review},
        {"weight_loss", "Have you lost weight without meaning to?", medical_review},
        {"bleeding", "Have you noticed any unexplained bleeding?", medical_review},
        {"persistent_vomiting", "Do you keep vomiting?", medical_review},
        {"fever", "Do you have a fever with it?", medical_review},
        {"nausea", "Do you feel sick with it?", medical_review},
        {"suspected_infection", "Might you have an infection?", medical_review},
        {"pain_after_meals", "Does the pain follow meals, fatty ones above all?", medical_review},
        {"cough", "Do you have a cough with it?", medical_review},
        {"chest_pain", "Does your chest hurt with it?", medical_review},
        {"pain_after_minor_movement", "Did it begin suddenly after a small movement?", medical_review},
        {"curve_progression", "Is a curve of your spine getting stronger?", medical_review},
        {"function_decline", "Can you do less and less from week to week?", medical_review},
        {"autonomic_signs",
         "Is the pain deep and spread out, with sweating, paleness or nausea, and hardly changed by movement?",
         medical_review},
    };
    return guide;
}

} // namespace poise
