// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told of a widget. gtkmm 4.8 does not wrap GtkAccessible's properties; here they are, once.
#pragma once

#include <gtkmm/accessible.h>
#include <gtkmm/dropdown.h>
#include <gtkmm/widget.h>

#include <string>

namespace poise::coach {

void set_role(Gtk::Widget&, Gtk::Accessible::Role);
void set_label(Gtk::Widget&, const std::string& label);
void set_description(Gtk::Widget&, const std::string& description);
/// What is wrong with its value takes the place of the description, and it counts as invalid; nothing is: both as
/// before. GTK 4.8 tells the latter only in the moment in which it changes: the words are what can be relied on.
void set_problem(Gtk::Widget&, const std::string& problem, const std::string& description);
/// Of a progress bar, 0 to 1; the text is what is read out.
void set_value(Gtk::Widget&, double value, const std::string& text);
/// `label` instead of the text that the widget shows.
void replace_label(Gtk::Widget&, const std::string& label);
/// GTK 4.8 names a button by its text and again by the same text with the underscore of its mnemonic in it.
void label_by_text_alone(Gtk::Widget& button);
/// The button inside it has the focus: GTK 4.8 lets it go without a name, 4.18 names it by what is chosen alone.
void name_dropdown(Gtk::DropDown&, const std::string& name);

} // namespace poise::coach
