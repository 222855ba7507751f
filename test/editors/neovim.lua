-- Drives a real Neovim through the example as a person would: it opens a document, writes in it and asks about it,
-- with the editor's own functions. The configuration is the one that docs/editors shows; neovim.mjs hands it in,
-- and reads the lines that this prints. It waits for conditions and never for times.

local folder = assert(os.getenv('FC_FOLDER'))
-- The same review written against a catalogue of its own, whose ids may be changed.
local own = assert(os.getenv('FC_OWN'))
local results = assert(io.open(assert(os.getenv('FC_RESULTS')), 'w'))
dofile(assert(os.getenv('FC_CONFIG')))

local function say(line)
  results:write(line .. '\n')
  results:flush()
end

local function test(name, run)
  local ok, failure = xpcall(run, debug.traceback)
  say((ok and 'ok ' or 'not ok ') .. name)
  if not ok then
    say('# ' .. tostring(failure):gsub('\n', '\n# '))
  end
end

local function wait(what, condition)
  local found
  vim.wait(20000, function()
    found = condition()
    return found
  end, 20)
  return found or error('waited in vain for ' .. what, 2)
end

local function edit(name, below)
  vim.cmd('edit! ' .. vim.fn.fnameescape((below or folder) .. '/' .. name))
  local buffer = vim.api.nvim_get_current_buf()
  wait('the server', function()
    return next(vim.lsp.buf_get_clients(buffer)) ~= nil
  end)
  return buffer
end

--- Puts the cursor on the first place of `words`, plus `more` bytes.
local function go_to(words, more)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local at = line:find(words, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { number, at - 1 + (more or 0) })
      return number - 1
    end
  end
  error('“' .. words .. '” is not in the document', 2)
end

local function has_line(words)
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n'):find(words, 1, true) ~= nil
end

--- The diagnostic with a code, and the words that it is about.
local function diagnostic(code)
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.code == code or (found.user_data and found.user_data.lsp.code == code) then
      local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
      return found, line:sub(found.col + 1, found.end_col)
    end
  end
end

--- Chooses from a menu by the beginning of a title.
local function choose(title)
  local offered = {}
  vim.ui.select = function(items, options, on_choice)
    for _, item in ipairs(items) do
      local text = options.format_item and options.format_item(item) or tostring(item)
      table.insert(offered, text)
      if text:find(title, 1, true) == 1 then
        return on_choice(item)
      end
    end
    on_choice(nil)
  end
  return offered
end

test('diagnostics name the words that are wrong', function()
  edit('theme-3-delivery.review.md')
  local found, words
  wait('unknown-standard', function()
    found, words = diagnostic('unknown-standard')
    return found
  end)
  assert(words == '6.3', words)
  assert(found.source == 'Critical Friend', found.source)
  assert(found.message:find('6.3', 1, true), found.message)
end)

test('completion offers the standards, and accepting one writes it', function()
  local buffer = edit('theme-1-outcomes.review.md')
  local line = go_to('- In all four area teams')
  -- The line begins with letters that take more bytes than UTF-16 units.
  local typed = '- Plant yn dweud: “dŵr 👩‍👧” [std feel'
  vim.api.nvim_buf_set_lines(buffer, line, line, true, { typed })
  vim.api.nvim_win_set_cursor(0, { line + 1, #typed })
  vim.cmd('startinsert!')
  local params = vim.lsp.util.make_position_params(0)
  local _, units = vim.str_utfindex(typed)
  params.position.character = units
  local answers = assert(vim.lsp.buf_request_sync(buffer, 'textDocument/completion', params, 20000))
  local _, answer = next(answers)
  local items = assert(answer.result, vim.inspect(answer)).items or answer.result
  local chosen
  for _, item in ipairs(items) do
    chosen = chosen or (item.label:find('2.1', 1, true) and item)
  end
  assert(chosen, 'standard 2.1 is not among ' .. #items)
  vim.lsp.util.apply_text_edits({ chosen.textEdit }, buffer, 'utf-16')
  local after = vim.api.nvim_buf_get_lines(buffer, line, line + 1, true)[1]
  assert(after:find('👩‍👧” [std 2.1', 1, true), after)
  vim.cmd('stopinsert')
  vim.cmd('undo')
end)

test('hover shows what a standard says', function()
  edit('theme-1-outcomes.review.md')
  go_to('[std 2.2]', 5)
  local said
  vim.lsp.buf.hover()
  wait('the hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local buffer = vim.api.nvim_win_get_buf(window)
        said = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
  end)
  assert(said:find('2.2', 1, true), said)
end)

test('definition opens the catalogue at the standard', function()
  edit('theme-1-outcomes.review.md')
  go_to('[std 2.2]', 5)
  vim.lsp.buf.definition()
  wait('the catalogue', function()
    return vim.api.nvim_buf_get_name(0):find('%.standards%.md$')
  end)
  assert(vim.api.nvim_get_current_line():find('^%- 2%.2 '), vim.api.nvim_get_current_line())
end)

test('references list every finding that cites a standard', function()
  edit('theme-1-outcomes.review.md')
  go_to('[std 2.2]', 5)
  vim.fn.setqflist({}, 'r')
  vim.lsp.buf.references({ includeDeclaration = false })
  local found = wait('the references', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  assert(#found >= 2, #found .. ' references')
  vim.cmd('cclose')
end)

test('a code action mends what is wrong, and the diagnostic goes', function()
  edit('theme-3-delivery.review.md')
  wait('printed-number', function()
    return diagnostic('printed-number')
  end)
  go_to('[std 7.2', 5)
  local offered = choose('Change to 6.2')
  vim.lsp.buf.code_action()
  local ok = pcall(wait, 'the edit', function()
    return not has_line('[std 7.2')
  end)
  assert(ok, 'offered: ' .. table.concat(offered, ' / '))
  wait('the diagnostic to go', function()
    return not diagnostic('printed-number')
  end)
end)

test('rename changes the catalogue and every citation, and makes a list of a range that is none any more', function()
  edit('theme-1-outcomes.review.md', own)
  go_to('[std 1.2]', 5)
  vim.lsp.buf.rename('1.9')
  wait('the citation', function()
    return has_line('[std 1.9] [probe 1.12]')
  end)
  assert(has_line('[std 1.1, 1.9, 1.3]'), 'the range still stands')
  vim.cmd('edit ' .. vim.fn.fnameescape(own .. '/own.standards.md'))
  assert(has_line('\n- 1.9 The council works with partners'), 'the catalogue has another id')
  assert(not has_line('\n- 1.2 '), 'the old id still stands')
end)

test('a rename of what is shipped is refused with a sentence', function()
  edit('theme-1-outcomes.review.md')
  go_to('[std 1.2]', 5)
  local said = {}
  local notify, echo = vim.notify, vim.api.nvim_err_writeln
  vim.notify = function(message)
    table.insert(said, message)
  end
  vim.api.nvim_err_writeln = vim.notify
  vim.lsp.buf.rename('1.9')
  local ok = pcall(wait, 'the sentence', function()
    return table.concat(said, '\n'):find('comes with Critical Friend', 1, true)
  end)
  vim.notify, vim.api.nvim_err_writeln = notify, echo
  assert(ok, 'said: ' .. table.concat(said, '\n') .. vim.fn.execute('messages'))
  assert(has_line('[std 1.2] [probe 1.12]'), 'something was changed')
end)

test('the status comes back as text', function()
  edit('theme-3-delivery.review.md')
  local answers = assert(vim.lsp.buf_request_sync(0, 'workspace/executeCommand', {
    command = 'criticalFriend.readStatus',
    arguments = { { quietly = true } },
  }, 20000))
  local _, answer = next(answers)
  local documents = vim.fn.glob(folder .. '/*.review.md', false, true)
  local found = ('found 1 review with %d documents'):format(#documents)
  assert(answer.result and answer.result:find(found, 1, true), vim.inspect(answer))
end)

test('the server leaves with the editor', function()
  local id, client = next(vim.lsp.buf_get_clients(0))
  vim.lsp.stop_client(id)
  wait('the end', function()
    return client.is_stopped()
  end)
end)

say('done')
vim.cmd('qall!')
