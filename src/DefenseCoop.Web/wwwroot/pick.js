// Pick lists: what is written is looked for, and what is found is offered (the ARIA pattern of an editable combobox with a
// list). Without it the box is sent with the form, and what is found comes back with it.
window.Picks = (function () {
    'use strict';

    var least = 2;    // letters from which something is looked for
    var pause = 150;  // ms after the last letter
    var count = 0;

    function make(tag, more) { return Object.assign(document.createElement(tag), more); }

    function changed(field) { field.dispatchEvent(new Event('change', { bubbles: true })); }

    function chosen(field) {
        return Array.prototype.map.call(field.querySelectorAll('[data-picked] > li'), function (item) { return item.dataset.value; });
    }

    function add(field, value, words, more) {
        if (chosen(field).indexOf(value) >= 0) return;
        var item = make('li');
        item.dataset.value = value;
        var text = make('span', { textContent: words + (more ? ' ' : '') });
        text.dataset.words = '';
        if (more) text.append(make('span', { className: 'muted', textContent: more }));
        var drop = make('button', { type: 'button', className: 'quiet', textContent: 'Remove' });
        drop.dataset.drop = '';
        drop.append(make('span', { className: 'visually-hidden', textContent: ' ' + words }));
        item.append(make('input', { type: 'hidden', name: field.dataset.name, value: value }), text, drop);
        var list = field.querySelector('[data-picked]');
        list.append(item);
        list.hidden = false;
    }

    function remove(field, item) {
        var list = item.parentNode;
        item.remove();
        list.hidden = !list.children.length;
    }

    // Replaces what is chosen; `words` has a name for each value.
    function set(field, values, words) {
        var known = {};
        field.querySelectorAll('[data-picked] > li').forEach(function (item) { known[item.dataset.value] = item.querySelector('[data-words]').textContent; });
        field.querySelector('[data-picked]').replaceChildren();
        values.forEach(function (value, i) { if (value) add(field, value, known[value] || (words && words[i]) || value); });
        field.querySelector('[data-picked]').hidden = !values.some(Boolean);
    }

    // The source that is added with the form: one for all its fields, shown where it was asked for.
    var block = document.querySelector('[data-new-source]');

    function part(name) { return block.querySelector('[name="f.NewSource.' + name + '"]'); }

    function newWords() { return part('Title').value.trim() || part('Url').value.trim() || 'A new source'; }

    function citing() {
        return Array.prototype.filter.call(document.querySelectorAll('[data-pick]'), function (field) { return chosen(field).indexOf(field.dataset.new) >= 0; });
    }

    function open(field, made) {
        field.append(block);
        block.hidden = false;
        Object.keys(made).forEach(function (key) {
            var input = part(key.charAt(0).toUpperCase() + key.slice(1));
            if (input && !input.value) input.value = made[key];
        });
        add(field, field.dataset.new, newWords(), 'added with this form');
        changed(field);
        (part('Title').value ? (part('Publisher').value ? part('Published') : part('Publisher')) : part('Title')).focus();
    }

    function dropped() {
        if (!block || citing().length) return;
        block.hidden = true;
        block.querySelectorAll('input, textarea, select').forEach(function (input) { input.value = ''; });
    }

    if (block) block.addEventListener('input', function () {
        var field = block.closest('[data-pick]');
        if (!citing().length) add(field, field.dataset.new, newWords(), 'added with this form');
        document.querySelectorAll('[data-picked] > li[data-value="' + field.dataset.new + '"] [data-words]').forEach(function (text) {
            text.firstChild.textContent = newWords() + ' ';
        });
    });

    function combobox(field) {
        var box = field.querySelector('[data-find]');
        var list = field.querySelector('[data-list]');
        var said = field.querySelector('[data-said]');
        var timer = 0;
        var asked = '';
        var answered = '';
        var active = -1;

        box.setAttribute('role', 'combobox');
        box.setAttribute('aria-autocomplete', 'list');
        box.setAttribute('aria-expanded', 'false');
        box.setAttribute('aria-controls', list.id);
        field.querySelectorAll('[data-script-hides]').forEach(function (button) { button.hidden = true; });

        function close() {
            clearTimeout(timer);
            asked = '';
            list.hidden = true;
            list.replaceChildren();
            active = -1;
            box.setAttribute('aria-expanded', 'false');
            box.removeAttribute('aria-activedescendant');
        }

        function go(index) {
            var options = list.children;
            if (!options.length) return;
            active = (index + options.length) % options.length;
            Array.prototype.forEach.call(options, function (option, i) { option.setAttribute('aria-selected', i === active ? 'true' : 'false'); });
            box.setAttribute('aria-activedescendant', options[active].id);
            options[active].scrollIntoView({ block: 'nearest' });
        }

        // What is offered was found for what is written now, and not for the letters before.
        function isAnswered() { return !list.hidden && box.value.trim() === answered; }

        function offer(words, more, choose, isNew) {
            var option = make('li', { id: 'pick-option-' + ++count });
            if (isNew) option.dataset.made = '';
            option.setAttribute('role', 'option');
            option.setAttribute('aria-selected', 'false');
            option.append(make('span', { textContent: words + (more ? ' ' : '') }));
            if (more) option.append(make('span', { className: 'muted', textContent: more }));
            // Before the box loses the focus, and the list with it.
            option.addEventListener('mousedown', function (event) { event.preventDefault(); });
            option.addEventListener('click', function () {
                if (isNew && !isAnswered()) return;
                box.value = '';
                close();
                choose();
            });
            list.append(option);
        }

        function take(value, words, more) {
            add(field, value, words, more);
            changed(field);
            said.textContent = words + ' is chosen.';
            box.focus();
        }

        function show(found) {
            list.replaceChildren();
            active = -1;
            box.removeAttribute('aria-activedescendant');
            var have = chosen(field);
            found.options.filter(function (o) { return have.indexOf(o.value) < 0; }).forEach(function (o) {
                offer(o.words, o.more, function () { take(o.value, o.words, o.more); });
            });
            if (found.new && block && have.indexOf(field.dataset.new) < 0) {
                if (citing().length) offer(newWords(), 'the new source of this form', function () { take(field.dataset.new, newWords(), 'added with this form'); });
                else {
                    const words = 'Add “' + (found.new.title || found.new.url) + '” as a new source';
                    offer(words, '', function () { open(field, found.new); }, true);
                }
            }
            list.hidden = !list.children.length;
            box.setAttribute('aria-expanded', list.hidden ? 'false' : 'true');
            said.textContent = found.sentence;
        }

        function look() {
            var words = box.value.trim();
            if (words.length < least) {
                close();
                return;
            }

            if (words === asked) return;
            asked = words;
            var url = field.dataset.pick + (field.dataset.pick.indexOf('?') < 0 ? '?' : '&') + 'q=' + encodeURIComponent(words);
            window.send(url, { redirect: 'manual' }, 10000).then(function (answer) {
                if (!answer.ok) throw new Error();
                return answer.json();
            }).then(function (found) {
                if (asked !== words || document.activeElement !== box) return;
                answered = words;
                show(found);
            }).catch(function () {
                asked = '';
                said.textContent = 'Nothing can be looked for at the moment. What you chose is still here.';
            });
        }

        box.addEventListener('input', function (event) {
            event.stopPropagation();
            clearTimeout(timer);
            // Nothing becomes a new title before it is known to be none of a source that is there.
            if (!isAnswered()) {
                list.querySelectorAll('[data-made]').forEach(function (option) { option.remove(); });
                list.querySelectorAll('[aria-selected=true]').forEach(function (option) { option.setAttribute('aria-selected', 'false'); });
                active = -1;
                box.removeAttribute('aria-activedescendant');
                list.hidden = !list.children.length;
                box.setAttribute('aria-expanded', list.hidden ? 'false' : 'true');
            }
            timer = setTimeout(look, pause);
        });
        box.addEventListener('blur', close);
        box.addEventListener('keydown', function (event) {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                if (list.hidden) look();
                else go(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
            } else if (event.key === 'Enter') {
                // Never sends the form: what is written here is looked for.
                if (box.value.trim() || !list.hidden) event.preventDefault();
                if (active >= 0) list.children[active].click();
                else if (!isAnswered()) look();
                else if (list.children.length === 1) list.children[0].click();
                else go(0);
            } else if (event.key === 'Escape' && !list.hidden) {
                event.preventDefault();
                close();
            }
        });
    }

    document.querySelectorAll('[data-script-removes]').forEach(function (part) {
        part.querySelectorAll('input:checked').forEach(function (input) { input.checked = false; });
        part.remove();
    });
    document.querySelectorAll('[data-pick]').forEach(function (field) {
        combobox(field);
        field.addEventListener('click', function (event) {
            var drop = event.target.closest('[data-drop]');
            var same = event.target.closest('[data-same]');
            if (drop) {
                event.preventDefault();
                remove(field, drop.closest('li'));
                dropped();
                changed(field);
                field.querySelector('[data-find]').focus();
            } else if (same) {
                event.preventDefault();
                document.querySelectorAll('[data-pick][data-field="' + same.dataset.same + '"] [data-picked] > li').forEach(function (item) {
                    var words = item.querySelector('[data-words]');
                    add(field, item.dataset.value, words.firstChild.textContent.trim(), (words.querySelector('.muted') || {}).textContent);
                });
                changed(field);
            }
        });
    });

    return { set: set };
})();
