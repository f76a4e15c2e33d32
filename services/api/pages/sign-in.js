// The pages /welcome and /sign-in. What stands behind # in the address is never sent to a server by itself.
const form = document.querySelector('form')
const problem = document.querySelector('#problem')
const again = document.querySelector('#again')
const { name, password } = form.elements
const given = new URLSearchParams(location.hash.slice(1))

if (given.has('name')) {
  name.value = given.get('name')
  name.readOnly = true
}

const tell = sentence => {
  problem.textContent = sentence
}

/** Back to the page of the console that sent here; nowhere else. */
const whereTo = () => {
  const then = new URLSearchParams(location.search).get('then') ?? ''
  return /^\/console\/[^\\]*$/.test(then) && !then.startsWith('//') ? then : '/'
}

form.addEventListener('submit', async event => {
  event.preventDefault()
  if (again && again.value !== password.value) {
    tell('两次输入的密码不同。The passwords differ: type the same twice.')
    return
  }
  const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
  if (given.has('secret')) body.secret = given.get('secret')
  tell('')
  try {
    const answer = await fetch(form.dataset.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.ok) location.replace(whereTo())
    else tell((await answer.json()).detail)
  } catch {
    tell('服务没有应答，请重试。The service does not answer: try again.')
  }
})
